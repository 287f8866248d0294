package com.ticketing.testsupport;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Keys;
import io.jsonwebtoken.security.MacAlgorithm;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import javax.crypto.SecretKey;

/** Builds {@code Cookie} headers of signed-in users, with valid and with invalid session tokens. */
public final class SignedIn {

    /** Longer than HS256 needs: a library that chooses the algorithm by the key's length would violate the contract. */
    public static final String KEY = "a-key-for-tests-only-and-longer-than-the-sixty-four-bytes-of-hs512-0123456789";

    private static final String OTHER_KEY = "another-key-that-no-service-of-the-tests-has-0123456789-0123456789";
    private static final Duration LIFETIME = Duration.ofMinutes(15);

    private SignedIn() {}

    /** Returns a valid cookie. */
    public static String as(String userId, String email, String... roles) {
        return withLifetime(LIFETIME, userId, email, roles);
    }

    /** Returns a valid cookie for a service that was started with another key. */
    public static String withKey(String key, String userId, String email) {
        return cookie(key, Jwts.SIG.HS256, Instant.now(), LIFETIME, userId, email);
    }

    /** Returns a cookie with the given lifetime. A service rejects one that exceeds its configured lifetime. */
    public static String withLifetime(Duration lifetime, String userId, String email, String... roles) {
        return cookie(KEY, Jwts.SIG.HS256, Instant.now(), lifetime, userId, email, roles);
    }

    /** Returns a valid cookie whose token names a session. */
    public static String inSession(String sessionId, String userId, String email) {
        Instant now = Instant.now();
        return "session="
                + Jwts.builder()
                        .subject(userId)
                        .claim("id", userId)
                        .claim("email", email)
                        .claim("sid", sessionId)
                        .issuedAt(Date.from(now))
                        .expiration(Date.from(now.plus(LIFETIME)))
                        .signWith(Keys.hmacShaKeyFor(KEY.getBytes(UTF_8)), Jwts.SIG.HS256)
                        .compact();
    }

    /** Returns a cookie that expired an hour ago. */
    public static String expired(String userId, String email, String... roles) {
        Instant issuedAt = Instant.now().minus(Duration.ofHours(1)).minus(LIFETIME);
        return cookie(KEY, Jwts.SIG.HS256, issuedAt, LIFETIME, userId, email, roles);
    }

    /** Returns a cookie that is signed with a key that no service has. */
    public static String withAnotherKey(String userId, String email, String... roles) {
        return cookie(OTHER_KEY, Jwts.SIG.HS256, Instant.now(), LIFETIME, userId, email, roles);
    }

    /** Returns a cookie that is signed with the right key, but with HS512 instead of the contract's HS256. */
    public static String withAnotherAlgorithm(String userId, String email, String... roles) {
        return cookie(KEY, Jwts.SIG.HS512, Instant.now(), LIFETIME, userId, email, roles);
    }

    /** Returns a cookie with an unsigned token, whose algorithm is "none". */
    public static String unsigned(String userId, String email) {
        Instant now = Instant.now();
        return "session="
                + Jwts.builder()
                        .subject(userId)
                        .claim("id", userId)
                        .claim("email", email)
                        .issuedAt(Date.from(now))
                        .expiration(Date.from(now.plus(LIFETIME)))
                        .compact();
    }

    /** Returns a new id in the format of the ids of users, tickets and orders. */
    public static String newId() {
        return RandomNames.hex(12);
    }

    private static String cookie(
            String key,
            MacAlgorithm algorithm,
            Instant issuedAt,
            Duration lifetime,
            String userId,
            String email,
            String... roles) {
        SecretKey secret = Keys.hmacShaKeyFor(key.getBytes(UTF_8));
        return "session="
                + Jwts.builder()
                        .subject(userId)
                        .claim("id", userId)
                        .claim("email", email)
                        .claim("roles", List.of(roles))
                        .issuedAt(Date.from(issuedAt))
                        .expiration(Date.from(issuedAt.plus(lifetime)))
                        .id(UUID.randomUUID().toString())
                        .signWith(secret, algorithm)
                        .compact();
    }
}
