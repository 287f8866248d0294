package com.ticketing.auth.reset;

import com.ticketing.auth.secret.SecretTokens;
import com.ticketing.common.digest.Sha256;

/** The secret token of a password reset email. Only its hash is stored. */
record ResetToken(String value) {

    static ResetToken random() {
        return new ResetToken(SecretTokens.random());
    }

    String hash() {
        return Sha256.hex(value);
    }

    /** Omits the secret. */
    @Override
    public String toString() {
        return "ResetToken";
    }
}
