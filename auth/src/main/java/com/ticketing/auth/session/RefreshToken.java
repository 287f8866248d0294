package com.ticketing.auth.session;

import com.ticketing.auth.secret.SecretTokens;
import com.ticketing.auth.secret.Sha256;
import com.ticketing.common.ids.TimeOrderedIds;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The value of the refresh cookie: a session id and a 256-bit secret, of which only the hash is stored. */
record RefreshToken(String sessionId, String secret) {

    private static final Pattern PATTERN = Pattern.compile("([0-9a-f]{24})\\.([A-Za-z0-9_-]{43})");

    /** Returns the first token of a new session. */
    static RefreshToken first() {
        return new RefreshToken(TimeOrderedIds.next(), SecretTokens.random());
    }

    /** Parses a cookie's value; returns empty if it does not have the form of a refresh token. */
    static Optional<RefreshToken> parse(@Nullable String value) {
        return Optional.ofNullable(value)
                .map(PATTERN::matcher)
                .filter(Matcher::matches)
                .map(matcher -> new RefreshToken(matcher.group(1), matcher.group(2)));
    }

    /** Returns the token that follows this one; for one key it is always the same. */
    RefreshToken successor(RefreshKey key) {
        return new RefreshToken(sessionId, SecretTokens.encode(key.sign(secret)));
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
