package com.ticketing.auth.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** What the refresh cookie holds: which session, and a 256-bit secret that is stored nowhere. */
record RefreshToken(String sessionId, String secret) {

    private static final int SECRET_BYTES = 32;
    private static final Pattern PATTERN = Pattern.compile("([0-9a-f]{24})\\.([A-Za-z0-9_-]{43})");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** The first of a new session. */
    static RefreshToken first() {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return new RefreshToken(new ObjectId().toHexString(), text(secret));
    }

    /** The token that the cookie's value may be; empty if it cannot be one. */
    static Optional<RefreshToken> parse(@Nullable String value) {
        return Optional.ofNullable(value)
                .map(PATTERN::matcher)
                .filter(Matcher::matches)
                .map(matcher -> new RefreshToken(matcher.group(1), matcher.group(2)));
    }

    /** The one token that can follow this one. */
    RefreshToken successor(RefreshKey key) {
        return new RefreshToken(sessionId, text(key.sign(secret)));
    }

    /** What is stored of it. So much randomness needs no salt. */
    String hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    String value() {
        return sessionId + "." + secret;
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "RefreshToken[sessionId=" + sessionId + "]";
    }
}
