package com.ticketing.auth.session;

import com.ticketing.auth.secret.Secrets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** What the refresh cookie holds: which session, and a 256-bit secret that is stored nowhere. */
record RefreshToken(String sessionId, String secret) {

    private static final Pattern PATTERN = Pattern.compile("([0-9a-f]{24})\\.([A-Za-z0-9_-]{43})");

    /** The first of a new session. */
    static RefreshToken first() {
        return new RefreshToken(new ObjectId().toHexString(), Secrets.random());
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
        return new RefreshToken(sessionId, Secrets.text(key.sign(secret)));
    }

    /** What is stored of it. */
    String hash() {
        return Secrets.hash(secret);
    }

    String value() {
        return sessionId + "." + secret;
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "RefreshToken[sessionId=" + sessionId + "]";
    }
}
