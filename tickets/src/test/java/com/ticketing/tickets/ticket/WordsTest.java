package com.ticketing.tickets.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

    @Test
    void ignoreCase() {
        assertThat(Words.of("ABBA Voyage")).containsExactly("abba", "voyage");
        assertThat(Words.of("STRASSE")).isEqualTo(Words.of("Straße"));
        assertThat(Words.of("ΣΊΣΥΦΟΣ")).isEqualTo(Words.of("Σίσυφος"));
    }

    @Test
    void ignoreAccentsHoweverTheyAreWritten() {
        assertThat(Words.of("Björk")).containsExactly("bjork");
        assertThat(Words.of("Bjo\u0308rk")).containsExactly("bjork");
        assertThat(Words.of("İstanbul")).containsExactly("istanbul");
    }

    @Test
    void ignoreTheFormOfLettersAndDigits() {
        assertThat(Words.of("Ｆｕｌｌ ﬁnal ²⁰²⁷")).containsExactly("full", "final", "2027");
    }

    @Test
    void endAtPunctuationAndSpaces() {
        assertThat(Words.of("  rock'n'roll: live, in—concert!\t(2027)  "))
                .containsExactly("rock", "n", "roll", "live", "in", "concert", "2027");
    }

    @Test
    void comeOnceInTheirOrder() {
        assertThat(Words.of("New York, new YORK, a new show")).containsExactly("new", "york", "a", "show");
    }

    @Test
    void ofManyScriptsAreWordsToo() {
        assertThat(Words.of("Концерт 音楽 2027")).containsExactly("концерт", "音楽", "2027");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "!?…", "🎟🎟", "\u0301"})
    void areNotFoundWhereThereAreNone(String text) {
        assertThat(Words.of(text)).isEqualTo(List.of());
    }
}
