package com.ticketing.auth.reset;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** What a letter carries: 256 bits that are stored nowhere. */
record ResetToken(String value) {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    static ResetToken random() {
        byte[] secret = new byte[BYTES];
        RANDOM.nextBytes(secret);
        return new ResetToken(Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    /** What is stored of it. So much randomness needs no salt. */
    String hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "ResetToken";
    }
}
