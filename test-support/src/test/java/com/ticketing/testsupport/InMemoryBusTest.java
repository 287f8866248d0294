package com.ticketing.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InMemoryBusTest {

    private final List<Object> delivered = new ArrayList<>();
    private final InMemoryBus bus =
            new InMemoryBus().with(String.class, delivered::add).with(Integer.class, number -> delivered.add(-number));

    @Test
    void deliversEachMessageInTheGivenOrderingToTheListenerOfItsType() {
        bus.deliver(List.of("b", 1, "a", "b"));
        assertThat(delivered).containsExactly("b", -1, "a", "b");
    }

    @Test
    void rejectsAMessageThatHasNoListener() {
        assertThatIllegalArgumentException().isThrownBy(() -> bus.deliver(List.of(1.5)));
    }
}
