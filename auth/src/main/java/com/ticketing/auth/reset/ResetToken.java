package com.ticketing.auth.reset;

import com.ticketing.auth.secret.Secrets;

/** What a letter carries: a secret that is stored nowhere. */
record ResetToken(String value) {

    static ResetToken random() {
        return new ResetToken(Secrets.random());
    }

    /** What is stored of it. */
    String hash() {
        return Secrets.hash(value);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "ResetToken";
    }
}
