package com.ticketing.testsupport.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Builds JSON Web Tokens by hand, because a JWT library does not build invalid ones. */
final class ForgedToken {

    static final String USER_ID = "5f00000000000000000000ad";

    /** A key that no service has. */
    static final String UNKNOWN_KEY = "a key that the services were never given, though long enough";

    private static final String HS256 = "{\"alg\":\"HS256\"}";

    private ForgedToken() {}

    /** Returns a valid token. */
    static String valid(String key) {
        return withClaims(claims(), key);
    }

    static String withClaims(String claims, String key) {
        return signed(HS256, claims, "HmacSHA256", key);
    }

    /** Returns a token with valid claims, signed with HMAC-SHA256 even if the header names another algorithm. */
    static String withHeader(String header, String key) {
        return signed(header, claims(), "HmacSHA256", key);
    }

    static String unsigned(String header) {
        return base64(header) + "." + base64(claims()) + ".";
    }

    static String signed(String header, String claims, String macAlgorithm, String key) {
        String content = base64(header) + "." + base64(claims);
        try {
            Mac mac = Mac.getInstance(macAlgorithm);
            mac.init(new SecretKeySpec(key.getBytes(UTF_8), macAlgorithm));
            return content + "."
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(content.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the claims of an administrator's session of ten minutes. */
    static String claims() {
        long now = Instant.now().getEpochSecond();
        return """
                {"sub":"%1$s","id":"%1$s","email":"admin@example.com","roles":["admin"],"iat":%2$d,"exp":%3$d}""".formatted(USER_ID, now, now + Duration.ofMinutes(10).toSeconds());
    }

    static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }
}
