package com.ticketing.auth.session;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The HMAC-SHA256 key that derives each refresh token from its predecessor. */
final class RefreshKey {

    static final int BYTES = 32;

    private static final String HMAC = "HmacSHA256";

    private final SecretKeySpec key;

    RefreshKey(byte[] key) {
        this.key = new SecretKeySpec(key, HMAC);
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
