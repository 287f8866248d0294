package com.ticketing.tickets.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTokensTest {

    @Test
    void ignoresCase() {
        assertThat(SearchTokens.of("ABBA Voyage")).containsExactly("abba", "voyage");
        assertThat(SearchTokens.of("STRASSE")).isEqualTo(SearchTokens.of("Straße"));
        assertThat(SearchTokens.of("ΣΊΣΥΦΟΣ")).isEqualTo(SearchTokens.of("Σίσυφος"));
    }

    @Test
    void ignoresComposedAndCombiningAccents() {
        assertThat(SearchTokens.of("Björk")).containsExactly("bjork");
        assertThat(SearchTokens.of("Bjo\u0308rk")).containsExactly("bjork");
        assertThat(SearchTokens.of("İstanbul")).containsExactly("istanbul");
    }

    @Test
    void ignoresTheFormOfLettersAndDigits() {
        assertThat(SearchTokens.of("Ｆｕｌｌ ﬁnal ²⁰²⁷")).containsExactly("full", "final", "2027");
    }

    @Test
    void splitsAtPunctuationAndSpaces() {
        assertThat(SearchTokens.of("  rock'n'roll: live, in—concert!\t(2027)  "))
                .containsExactly("rock", "n", "roll", "live", "in", "concert", "2027");
    }

    @Test
    void returnsEachTokenOnceInTheOrderOfTheText() {
        assertThat(SearchTokens.of("New York, new YORK, a new show")).containsExactly("new", "york", "a", "show");
    }

    @Test
    void splitsTextInAnyScript() {
        assertThat(SearchTokens.of("Концерт 音楽 2027")).containsExactly("концерт", "音楽", "2027");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "!?…", "🎟🎟", "\u0301"})
    void returnsNothingForTextWithoutLettersAndDigits(String text) {
        assertThat(SearchTokens.of(text)).isEqualTo(List.of());
    }
}
