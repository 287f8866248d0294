package com.ticketing.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnyOrderBusTest {

    private final List<Object> delivered = new ArrayList<>();
    private final AnyOrderBus bus =
            new AnyOrderBus().with(String.class, delivered::add).with(Integer.class, number -> delivered.add(-number));

    @Test
    void deliversAsTheHistorySaysToTheListenerOfTheType() {
        bus.deliver(List.of("b", 1, "a", "b"));
        assertThat(delivered).containsExactly("b", -1, "a", "b");
    }

    @Test
    void losesNothingSilently() {
        assertThatIllegalArgumentException().isThrownBy(() -> bus.deliver(List.of(1.5)));
    }
}
