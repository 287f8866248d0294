package com.ticketing.auth.secret;

import com.ticketing.common.digest.Sha256;

/** The secret token of a link in an email. Only its hash is stored. */
public record LinkToken(String value) {

    public static LinkToken random() {
        return new LinkToken(SecretTokens.random());
    }

    public String hash() {
        return Sha256.hex(value);
    }

    /** Omits the secret. */
    @Override
    public String toString() {
        return "LinkToken";
    }
}
