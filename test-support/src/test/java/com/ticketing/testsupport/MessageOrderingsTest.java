package com.ticketing.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MessageOrderingsTest {

    @Test
    void returnsEveryOrderingOnce() {
        assertThat(MessageOrderings.permutations(List.of("a", "b", "c")))
                .containsExactly(
                        List.of("a", "b", "c"),
                        List.of("a", "c", "b"),
                        List.of("b", "a", "c"),
                        List.of("b", "c", "a"),
                        List.of("c", "a", "b"),
                        List.of("c", "b", "a"));
        assertThat(MessageOrderings.permutations(List.of("a", "b", "c", "d", "e")))
                .hasSize(120)
                .doesNotHaveDuplicates();
    }

    @Test
    void returnsOneOrderingOfNoMessages() {
        assertThat(MessageOrderings.permutations(List.of())).containsExactly(List.of());
    }

    @Test
    void returnsEveryOrderingWithDuplicatesOnce() {
        assertThat(MessageOrderings.permutationsWithDuplicates(List.of("a", "b"), 1))
                .containsExactlyInAnyOrder(
                        List.of("a", "a", "b"),
                        List.of("a", "b", "a"),
                        List.of("b", "a", "a"),
                        List.of("b", "b", "a"),
                        List.of("b", "a", "b"),
                        List.of("a", "b", "b"));
        assertThat(MessageOrderings.permutationsWithDuplicates(List.of("a", "b", "c"), 2))
                // one message three times: 3 * 5!/3!; two messages twice each: 3 * 5!/(2!2!)
                .hasSize(3 * 20 + 3 * 30)
                .doesNotHaveDuplicates()
                .allSatisfy(
                        ordering -> assertThat(ordering).contains("a", "b", "c").hasSize(5));
    }

    @Test
    void treatsEqualMessagesAsDifferentMessages() {
        assertThat(MessageOrderings.permutations(List.of("a", "a"))).hasSize(2);
    }

    @Test
    void returnsTheSameRandomOrderingsForTheSameSeed() {
        List<String> messages = List.of("a", "b", "c", "d", "e", "f", "g", "h");
        List<Seeded<List<String>>> some =
                MessageOrderings.random(messages, 3, 50, 42).toList();

        assertThat(some).isEqualTo(MessageOrderings.random(messages, 3, 50, 42).toList());
        assertThat(some).doesNotHaveDuplicates().hasSize(50);
        assertThat(some).allSatisfy(ordering -> {
            assertThat(ordering.value()).containsAll(messages).hasSizeBetween(8, 11);
            assertThat(ordering).hasToString(ordering.value() + " (TEST_SEED=42)");
        });
    }
}
