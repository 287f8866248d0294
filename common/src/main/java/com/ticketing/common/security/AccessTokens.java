package com.ticketing.common.security;

import io.jsonwebtoken.Claims;
import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.UnsupportedJwtException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ConcurrentLruCache;

/**
 * Issues and verifies access tokens: JWTs signed with HS256 that are valid for {@code jwt.access-life}. Verification
 * needs only the key and no call to another service.
 */
public final class AccessTokens {

    /** The name of the cookie that contains the token. */
    public static final String COOKIE = "session";

    /** The claim that names the session. */
    private static final String SESSION = "sid";

    /** The tolerated difference between the clocks of two services. */
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(30);

    /**
     * The maximum number of verified tokens that are kept, of about 1 KB each; requests with them need no signature
     * check.
     */
    private static final int REMEMBERED = 10_000;

    private final SigningKey key;
    private final Duration life;
    private final Clock clock;
    private final JwtParser parser;

    /** The tokens verified last, by their text. An invalid token is not remembered. */
    private final ConcurrentLruCache<String, VerifiedToken> verified =
            new ConcurrentLruCache<>(REMEMBERED, this::parse);

    AccessTokens(SigningKey key, Optional<SigningKey> previous, Duration life, Clock clock) {
        this.key = key;
        this.life = life;
        this.clock = clock;
        // Only HS256: jjwt would accept HS384 and HS512 with the same key, and throws a ClassCastException for a token
        // that is encrypted for another kind of key.
        this.parser = Jwts.parser()
                .sig()
                .clear()
                .add(Jwts.SIG.HS256)
                .and()
                .key()
                .clear()
                .and()
                .keyLocator(header -> previous.filter(old -> old.id().equals(header.get(SigningKey.ID)))
                        .orElse(key)
                        .secret())
                .clock(() -> Date.from(clock.instant()))
                .clockSkewSeconds(CLOCK_SKEW.toSeconds())
                .build();
    }

    /** Returns the validity of a new token. */
    public Duration life() {
        return life;
    }

    /**
     * Returns the longest time after its issue at which any service accepts a token: its life plus 30 s of clock skew.
     */
    public Duration longestValidity() {
        return life.plus(CLOCK_SKEW);
    }

    /** Issues a token of the user's session, valid from now on. */
    public String issue(CurrentUser user, String sessionId) {
        Instant now = clock.instant();
        return Jwts.builder()
                .header()
                .keyId(key.id())
                .and()
                .subject(user.id())
                .claim("id", user.id())
                .claim(SESSION, sessionId)
                .claim("email", user.email())
                .claim("roles", user.roles())
                .issuedAt(Date.from(now))
                .expiration(Date.from(now.plus(life)))
                .id(UUID.randomUUID().toString())
                .signWith(key.secret(), Jwts.SIG.HS256)
                .compact();
    }

    /**
     * Returns the verified token; empty if the signature is invalid, it has expired, or its validity exceeds the
     * configured one. The signature of a token is checked once, its expiry with every call.
     */
    public Optional<VerifiedToken> verify(String token) {
        try {
            return Optional.of(verified.get(token)).filter(this::isCurrent);
        } catch (JwtException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private boolean isCurrent(VerifiedToken token) {
        return !clock.instant().isAfter(token.expiresAt().plus(CLOCK_SKEW));
    }

    private VerifiedToken parse(String token) {
        Claims claims = parser.parseSignedClaims(token).getPayload();
        Date issued = claims.getIssuedAt();
        Date expires = claims.getExpiration();
        String id = claims.getSubject();
        if (id == null
                || issued == null
                || expires == null
                || Duration.between(issued.toInstant(), expires.toInstant()).compareTo(life) > 0) {
            throw new UnsupportedJwtException("Not a token of this suite");
        }
        CurrentUser user = new CurrentUser(id, text(claims.get("email")), roles(claims.get("roles")));
        String sessionId = claims.get(SESSION) instanceof String sid ? sid : null;
        return new VerifiedToken(user, sessionId, issued.toInstant(), expires.toInstant());
    }

    private static String text(@Nullable Object claim) {
        return claim instanceof String value ? value : "";
    }

    private static List<String> roles(@Nullable Object claim) {
        return claim instanceof List<?> values
                ? values.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList()
                : List.of();
    }

    /**
     * A valid token.
     *
     * @param sessionId the session that the token was issued for; null if the issuer names none, as the course's does
     */
    public record VerifiedToken(CurrentUser user, @Nullable String sessionId, Instant issuedAt, Instant expiresAt) {}
}
