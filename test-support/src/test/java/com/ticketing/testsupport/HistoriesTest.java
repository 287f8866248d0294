package com.ticketing.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HistoriesTest {

    @Test
    void everyOrderOnce() {
        assertThat(Histories.permutations(List.of("a", "b", "c")))
                .containsExactly(
                        List.of("a", "b", "c"),
                        List.of("a", "c", "b"),
                        List.of("b", "a", "c"),
                        List.of("b", "c", "a"),
                        List.of("c", "a", "b"),
                        List.of("c", "b", "a"));
        assertThat(Histories.permutations(List.of("a", "b", "c", "d", "e")))
                .hasSize(120)
                .doesNotHaveDuplicates();
    }

    @Test
    void nothingHasOneOrder() {
        assertThat(Histories.permutations(List.of())).containsExactly(List.of());
    }

    @Test
    void everyOrderWithDuplicates() {
        assertThat(Histories.permutationsWithDuplicates(List.of("a", "b"), 1))
                .containsExactlyInAnyOrder(
                        List.of("a", "a", "b"),
                        List.of("a", "b", "a"),
                        List.of("b", "a", "a"),
                        List.of("b", "b", "a"),
                        List.of("b", "a", "b"),
                        List.of("a", "b", "b"));
        assertThat(Histories.permutationsWithDuplicates(List.of("a", "b", "c"), 2))
                // three choices of one message twice more: 5!/3!, three of two messages once more: 5!/(2!2!)
                .hasSize(3 * 20 + 3 * 30)
                .doesNotHaveDuplicates()
                .allSatisfy(
                        history -> assertThat(history).contains("a", "b", "c").hasSize(5));
    }

    @Test
    void equalMessagesAreStillTwoMessages() {
        assertThat(Histories.permutations(List.of("a", "a"))).hasSize(2);
    }

    @Test
    void randomOnesComeAgainWithTheirSeed() {
        List<String> messages = List.of("a", "b", "c", "d", "e", "f", "g", "h");
        List<Seeded<List<String>>> some = Histories.random(messages, 3, 50, 42).toList();

        assertThat(some).isEqualTo(Histories.random(messages, 3, 50, 42).toList());
        assertThat(some).doesNotHaveDuplicates().hasSize(50);
        assertThat(some).allSatisfy(history -> {
            assertThat(history.value()).containsAll(messages).hasSizeBetween(8, 11);
            assertThat(history).hasToString(history.value() + " (TEST_SEED=42)");
        });
    }
}
