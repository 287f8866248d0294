package com.ticketing.auth.secret;

import java.security.SecureRandom;
import java.util.Base64;

/** Generates and encodes secret tokens. */
public final class SecretTokens {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private SecretTokens() {}

    /** Returns 256 random bits as 43 characters of Base64url. */
    public static String random() {
        byte[] secret = new byte[BYTES];
        RANDOM.nextBytes(secret);
        return encode(secret);
    }

    /** Encodes bytes as Base64url without padding. */
    public static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
