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

/** Values of the {@code Cookie} header of people who are signed in, and of some who only say so. */
public final class SignedIn {

    /** So long that a library left to choose by the key's length would not choose HS256, which the contract wants. */
    public static final String KEY = "a-key-for-tests-only-and-longer-than-the-sixty-four-bytes-of-hs512-0123456789";

    private static final String OTHER_KEY = "another-key-that-no-service-of-the-tests-was-ever-given-0123456789";
    private static final Duration LIFE = Duration.ofMinutes(15);

    private SignedIn() {}

    public static String as(String userId, String email, String... roles) {
        return livingFor(LIFE, userId, email, roles);
    }

    /** For services that were started with a key of their own. */
    public static String withKey(String key, String userId, String email) {
        return cookie(key, Jwts.SIG.HS256, Instant.now(), LIFE, userId, email);
    }

    /** With a life of the caller's choosing: a service refuses one longer than its own setting. */
    public static String livingFor(Duration life, String userId, String email, String... roles) {
        return cookie(KEY, Jwts.SIG.HS256, Instant.now(), life, userId, email, roles);
    }

    /** Expired an hour ago. */
    public static String expired(String userId, String email, String... roles) {
        Instant issuedAt = Instant.now().minus(Duration.ofHours(1)).minus(LIFE);
        return cookie(KEY, Jwts.SIG.HS256, issuedAt, LIFE, userId, email, roles);
    }

    public static String withAnotherKey(String userId, String email, String... roles) {
        return cookie(OTHER_KEY, Jwts.SIG.HS256, Instant.now(), LIFE, userId, email, roles);
    }

    /** The right key, but not the algorithm of the contract. */
    public static String withAnotherAlgorithm(String userId, String email, String... roles) {
        return cookie(KEY, Jwts.SIG.HS512, Instant.now(), LIFE, userId, email, roles);
    }

    /** A token that says it needs no signature. */
    public static String unsigned(String userId, String email) {
        Instant now = Instant.now();
        return "session="
                + Jwts.builder()
                        .subject(userId)
                        .claim("id", userId)
                        .claim("email", email)
                        .issuedAt(Date.from(now))
                        .expiration(Date.from(now.plus(LIFE)))
                        .compact();
    }

    /** A new id in the form of the ids of users, tickets and orders. */
    public static String newId() {
        return RandomNames.hex(12);
    }

    private static String cookie(
            String key,
            MacAlgorithm algorithm,
            Instant issuedAt,
            Duration life,
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
                        .expiration(Date.from(issuedAt.plus(life)))
                        .id(UUID.randomUUID().toString())
                        .signWith(secret, algorithm)
                        .compact();
    }
}
