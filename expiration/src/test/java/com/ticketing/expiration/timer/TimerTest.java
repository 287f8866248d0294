package com.ticketing.expiration.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import com.ticketing.common.events.ExpirationComplete;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;

class TimerTest {

    private static final Instant NOW = Instant.parse("2030-01-01T12:00:00Z");
    private static final Instant HOLD_ENDS = NOW.plus(Duration.ofMinutes(15));
    private static final Duration RETENTION = Duration.ofDays(7);

    private final Timer timer = Timer.forOrder("order");

    @Test
    void schedulesTheExpirationForTheEndOfTheHold() {
        timer.start(0, HOLD_ENDS);

        assertRaised().extracting("event", "due").containsExactly(tuple(new ExpirationComplete("order"), HOLD_ENDS));
        assertThat(timer).hasFieldOrPropertyWithValue("expiresAt", HOLD_ENDS);
    }

    @Test
    void withdrawsTheExpirationWhenItIsStopped() {
        timer.start(0, HOLD_ENDS);
        timer.stop(1, NOW);

        assertRaised().isEmpty();
        assertThat(timer)
                .hasFieldOrPropertyWithValue("discardsUnpublished", true)
                .hasFieldOrPropertyWithValue("expiresAt", null);
    }

    @Test
    void rejectsAStartAfterTheEndOfTheOrder() {
        timer.stop(1, NOW);

        assertThat(timer.isNewer(0)).isFalse();
        assertThatIllegalStateException().isThrownBy(() -> timer.start(0, HOLD_ENDS));
        assertRaised().isEmpty();
    }

    @Test
    void comparesEventsByTheVersionOfTheOrder() {
        assertThat(timer.isNewer(0)).isTrue();
        timer.start(0, HOLD_ENDS);

        assertThat(timer.isNewer(0)).isFalse();
        assertThat(timer.isNewer(1)).isTrue();
        assertThatIllegalStateException().isThrownBy(() -> timer.start(0, HOLD_ENDS));
        assertRaised().hasSize(1);
    }

    @Test
    void isKeptForAWeekAfterTheEndOfTheOrder() {
        timer.start(0, HOLD_ENDS);
        assertThat(timer).hasFieldOrPropertyWithValue("deleteAt", HOLD_ENDS.plus(RETENTION));

        timer.stop(1, NOW);
        assertThat(timer).hasFieldOrPropertyWithValue("deleteAt", NOW.plus(RETENTION));
    }

    private ListAssert<Object> assertRaised() {
        return assertThat(timer).extracting("raised", InstanceOfAssertFactories.LIST);
    }
}
