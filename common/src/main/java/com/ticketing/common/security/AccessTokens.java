package com.ticketing.common.security;

import io.jsonwebtoken.Claims;
import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.Jwts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Signs and verifies the access token: a JWT, always HS256, valid for the configured life. Verifying needs nothing but
 * the key.
 */
public final class AccessTokens {

    /** The cookie that carries the token. */
    public static final String COOKIE = "session";

    /** How far another service's clock may be off. */
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(30);

    private final SigningKey key;
    private final Duration life;
    private final Clock clock;
    private final JwtParser parser;

    AccessTokens(SigningKey key, Optional<SigningKey> previous, Duration life, Clock clock) {
        this.key = key;
        this.life = life;
        this.clock = clock;
        this.parser = Jwts.parser()
                .keyLocator(header -> previous.filter(old -> old.id().equals(header.get(SigningKey.ID)))
                        .orElse(key)
                        .secret())
                .clock(() -> Date.from(clock.instant()))
                .clockSkewSeconds(CLOCK_SKEW.toSeconds())
                .build();
    }

    /** How long a token is valid. */
    public Duration life() {
        return life;
    }

    /** How long after its issue a token may still be accepted somewhere: its life, and the difference between two clocks. */
    public Duration longestValidity() {
        return life.plus(CLOCK_SKEW);
    }

    /** A token for the person, valid from now. */
    public String issue(CurrentUser user) {
        Instant now = clock.instant();
        return Jwts.builder()
                .header()
                .keyId(key.id())
                .and()
                .subject(user.id())
                .claim("id", user.id())
                .claim("email", user.email())
                .claim("roles", user.roles())
                .issuedAt(Date.from(now))
                .expiration(Date.from(now.plus(life)))
                .id(UUID.randomUUID().toString())
                .signWith(key.secret(), Jwts.SIG.HS256)
                .compact();
    }

    /** Whom a token names; empty if it is not ours, has expired, or claims a longer life than tokens have. */
    public Optional<VerifiedToken> verify(String token) {
        try {
            var parsed = parser.parseSignedClaims(token);
            // every HMAC verifies with the same bytes; only one of them is issued
            return parsed.getHeader().getAlgorithm().equals(Jwts.SIG.HS256.getId())
                    ? verified(parsed.getPayload())
                    : Optional.empty();
        } catch (JwtException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<VerifiedToken> verified(Claims claims) {
        Date issued = claims.getIssuedAt();
        Date expires = claims.getExpiration();
        String id = claims.getSubject();
        if (id == null || issued == null || expires == null) {
            return Optional.empty();
        }
        if (Duration.between(issued.toInstant(), expires.toInstant()).compareTo(life) > 0) {
            return Optional.empty();
        }
        CurrentUser user = new CurrentUser(id, text(claims.get("email")), roles(claims.get("roles")));
        return Optional.of(new VerifiedToken(user, issued.toInstant(), expires.toInstant()));
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

    /** A token that holds. */
    public record VerifiedToken(CurrentUser user, Instant issuedAt, Instant expiresAt) {}
}
