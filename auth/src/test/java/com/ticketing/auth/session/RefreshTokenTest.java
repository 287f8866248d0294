package com.ticketing.auth.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.ticketing.auth.session.RefreshTokens.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefreshTokenTest {

    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

    private final RefreshKey key = new RefreshKey(new byte[RefreshKey.BYTES]);

    @Test
    void isDifferentForEachSession() {
        assertThat(Stream.generate(() -> RefreshToken.first(key)).limit(100).map(RefreshToken::secret))
                .doesNotHaveDuplicates();
    }

    @Test
    void isParsedFromItsCookieValue() {
        RefreshToken token = RefreshToken.first(key);

        assertThat(RefreshToken.parse(token.value())).contains(token);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", ".", "x", "5f0000000000000000000000.", "5f0000000000000000000000.short", "{\"$gt\":\"\"}"})
    void isNotParsedFromAnythingElse(String value) {
        assertThat(RefreshToken.parse(value)).isEmpty();
    }

    @Test
    void hasExactlyOneSuccessorPerKeyAndNumber() {
        RefreshToken token = RefreshToken.first(key);
        byte[] otherKey = new byte[RefreshKey.BYTES];
        otherKey[0] = 1;

        RefreshToken successor = token.successor(key, 0);

        assertThat(successor)
                .isEqualTo(token.successor(key, 0))
                .isNotEqualTo(token.successor(key, 1))
                .isNotEqualTo(token.successor(new RefreshKey(otherKey), 0));
        assertThat(successor.sessionId()).isEqualTo(token.sessionId());
        assertThat(RefreshToken.parse(successor.value())).contains(successor);
        assertThat(successor.hash()).isNotEqualTo(token.hash());
    }

    /** Recognition takes one HMAC, so the number of rotations does not matter. */
    @Test
    void isRecognizedAfterAnyNumberOfSuccessors() {
        RefreshToken first = RefreshToken.first(key);
        RefreshToken latest = first;
        for (int rotation = 0; rotation < 10_001; rotation++) {
            latest = latest.successor(key, 0);
        }
        Session session =
                new Session(first.sessionId(), "ann", 0, "curl", NOW, NOW, NOW, latest.hash(), null, 10_001, null);
        RefreshTokens tokens = new RefreshTokens(
                keyStore(), new SessionProperties(Duration.ofDays(1), Duration.ofSeconds(10), 1, Duration.ofDays(1)));
        RefreshToken ofAnotherSession =
                new RefreshToken(first.sessionId(), RefreshToken.first(key).secret());
        RefreshToken forged = new RefreshToken(first.sessionId(), "A".repeat(43));

        assertThat(tokens.position(latest, session, NOW)).isEqualTo(Position.CURRENT);
        assertThat(tokens.position(first, session, NOW)).isEqualTo(Position.REPLACED);
        assertThat(tokens.position(ofAnotherSession, session, NOW)).isEqualTo(Position.UNKNOWN);
        assertThat(tokens.position(forged, session, NOW)).isEqualTo(Position.UNKNOWN);
    }

    private RefreshKeyStore keyStore() {
        RefreshKeyStore store = mock(RefreshKeyStore.class);
        when(store.get()).thenReturn(key);
        return store;
    }

    @Test
    void keepsItsSecretOutOfItsHashAndTexts() {
        RefreshToken token = RefreshToken.first(key);

        assertThat(token.hash()).doesNotContain(token.secret());
        assertThat(token.toString()).doesNotContain(token.secret());
        assertThat(new ClientDetails("203.0.113.7", "curl", List.of(token), null, Optional.empty()).toString())
                .doesNotContain(token.secret());
    }
}
