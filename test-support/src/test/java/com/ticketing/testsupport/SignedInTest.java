package com.ticketing.testsupport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jsonwebtoken.Claims;
import io.jsonwebtoken.ExpiredJwtException;
import io.jsonwebtoken.Jws;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.UnsupportedJwtException;
import io.jsonwebtoken.security.Keys;
import io.jsonwebtoken.security.SignatureException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignedInTest {

    @Test
    void hasTheContractsClaimsAndIsSignedWithHs256() {
        Jws<Claims> token = parse(SignedIn.as("u1", "a@b.com", "admin"));

        assertThat(token.getHeader().getAlgorithm()).isEqualTo("HS256");
        assertThat(token.getPayload())
                .containsOnlyKeys("sub", "id", "email", "roles", "iat", "exp", "jti")
                .containsEntry("sub", "u1")
                .containsEntry("id", "u1")
                .containsEntry("email", "a@b.com")
                .containsEntry("roles", List.of("admin"));
        assertThat(lifetime(token)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void hasTheGivenLifetime() {
        assertThat(lifetime(parse(SignedIn.withLifetime(Duration.ofDays(1), "u1", "a@b.com"))))
                .isEqualTo(Duration.ofDays(1));
    }

    @Test
    void expiredReturnsAnExpiredToken() {
        assertThatExceptionOfType(ExpiredJwtException.class).isThrownBy(() -> parse(SignedIn.expired("u1", "a@b.com")));
    }

    @Test
    void withAnotherKeyReturnsATokenWithAWrongSignature() {
        assertThatExceptionOfType(SignatureException.class)
                .isThrownBy(() -> parse(SignedIn.withAnotherKey("u1", "a@b.com")));
    }

    @Test
    void withAnotherAlgorithmReturnsATokenSignedWithHs512() {
        assertThat(parse(SignedIn.withAnotherAlgorithm("u1", "a@b.com"))
                        .getHeader()
                        .getAlgorithm())
                .isEqualTo("HS512");
    }

    @Test
    void unsignedReturnsATokenWithoutASignature() {
        assertThatExceptionOfType(UnsupportedJwtException.class)
                .isThrownBy(() -> parse(SignedIn.unsigned("u1", "a@b.com")));
    }

    private static Duration lifetime(Jws<Claims> token) {
        Claims claims = token.getPayload();
        return Duration.between(
                claims.getIssuedAt().toInstant(), claims.getExpiration().toInstant());
    }

    private static Jws<Claims> parse(String cookie) {
        return Jwts.parser()
                .verifyWith(Keys.hmacShaKeyFor(SignedIn.KEY.getBytes(UTF_8)))
                .build()
                .parseSignedClaims(cookie.substring("session=".length()));
    }
}
