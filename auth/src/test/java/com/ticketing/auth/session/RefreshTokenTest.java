package com.ticketing.auth.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefreshTokenTest {

    private final RefreshKey key = new RefreshKey(new byte[RefreshKey.BYTES]);

    @Test
    void isDifferentForEachSession() {
        assertThat(Stream.generate(RefreshToken::first).limit(100).map(RefreshToken::secret))
                .doesNotHaveDuplicates();
    }

    @Test
    void isParsedFromItsCookieValue() {
        RefreshToken token = RefreshToken.first();

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
    void hasExactlyOneSuccessorPerKey() {
        RefreshToken token = RefreshToken.first();
        byte[] otherKey = new byte[RefreshKey.BYTES];
        otherKey[0] = 1;

        RefreshToken successor = token.successor(key);

        assertThat(successor).isEqualTo(token.successor(key)).isNotEqualTo(token.successor(new RefreshKey(otherKey)));
        assertThat(successor.sessionId()).isEqualTo(token.sessionId());
        assertThat(RefreshToken.parse(successor.value())).contains(successor);
        assertThat(successor.hash()).isNotEqualTo(token.hash());
    }

    @Test
    void keepsItsSecretOutOfItsHashAndTexts() {
        RefreshToken token = RefreshToken.first();

        assertThat(token.hash()).doesNotContain(token.secret());
        assertThat(token.toString()).doesNotContain(token.secret());
        assertThat(new ClientDetails("203.0.113.7", "curl", List.of(token)).toString())
                .doesNotContain(token.secret());
    }
}
