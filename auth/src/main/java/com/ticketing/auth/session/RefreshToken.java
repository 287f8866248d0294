package com.ticketing.auth.session;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.ticketing.auth.secret.SecretTokens;
import com.ticketing.common.digest.Sha256;
import com.ticketing.common.ids.TimeOrderedIds;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The value of the refresh cookie: a session id and a secret of 256 bits, of which only the hash is stored. The secret
 * consists of 162 random bits and a tag of 96 bits that only this service can compute.
 */
record RefreshToken(String sessionId, String secret) {

    private static final Pattern PATTERN = Pattern.compile("([0-9a-f]{24})\\.([A-Za-z0-9_-]{43})");

    /** Returns the first token of a new session. */
    static RefreshToken first(RefreshKey key) {
        return issue(key, TimeOrderedIds.next(), SecretTokens.random());
    }

    /** Parses a cookie's value; returns empty if it does not have the form of a refresh token. */
    static Optional<RefreshToken> parse(@Nullable String value) {
        return Optional.ofNullable(value)
                .map(PATTERN::matcher)
                .filter(Matcher::matches)
                .map(matcher -> new RefreshToken(matcher.group(1), matcher.group(2)));
    }

    /** Returns the successor of this token, which is always the same for a given key and number. */
    RefreshToken successor(RefreshKey key, int number) {
        return issue(key, sessionId, SecretTokens.encode(key.sign("next " + number + " " + secret)));
    }

    private static RefreshToken issue(RefreshKey key, String sessionId, String random) {
        return new RefreshToken(sessionId, key.tagged(sessionId, random));
    }

    /** Returns whether this service has issued the token for its session. */
    boolean isIssuedWith(RefreshKey key) {
        return MessageDigest.isEqual(key.tagged(sessionId, secret).getBytes(US_ASCII), secret.getBytes(US_ASCII));
    }

    String hash() {
        return Sha256.hex(secret);
    }

    String value() {
        return sessionId + "." + secret;
    }

    /** Omits the secret. */
    @Override
    public String toString() {
        return "RefreshToken[sessionId=" + sessionId + "]";
    }
}
