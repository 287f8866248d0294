package com.ticketing.auth.session;

import com.ticketing.auth.secret.SecretTokens;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The HMAC-SHA256 key that derives each refresh token from its predecessor, and tags it. */
final class RefreshKey {

    static final int BYTES = 32;

    /** In characters of Base64url, each of 6 bits: 162 random bits, which leave 96 bits for the tag. */
    private static final int RANDOM_LENGTH = 27;

    private static final String HMAC = "HmacSHA256";

    private final SecretKeySpec key;

    RefreshKey(byte[] key) {
        this.key = new SecretKeySpec(key, HMAC);
    }

    /** Replaces the second part of a secret with the tag of its first part. */
    String tagged(String sessionId, String secret) {
        String random = secret.substring(0, RANDOM_LENGTH);
        String tag = SecretTokens.encode(sign("tag " + sessionId + " " + random));
        return random + tag.substring(0, secret.length() - RANDOM_LENGTH);
    }

    byte[] sign(String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform supports " + HMAC, e);
        }
    }
}
