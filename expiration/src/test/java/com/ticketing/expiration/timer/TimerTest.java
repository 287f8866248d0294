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
    private static final Duration MEMORY = Duration.ofDays(7);

    private final Timer timer = Timer.of("order");

    @Test
    void firesWhenTheHoldEnds() {
        timer.start(0, HOLD_ENDS);

        assertRaised().extracting("event", "due").containsExactly(tuple(new ExpirationComplete("order"), HOLD_ENDS));
        assertThat(timer).hasFieldOrPropertyWithValue("expiresAt", HOLD_ENDS);
    }

    @Test
    void doesNotFireOnceItIsStopped() {
        timer.start(0, HOLD_ENDS);
        timer.stop(1, NOW);

        assertRaised().isEmpty();
        assertThat(timer).hasFieldOrPropertyWithValue("withdrawn", true).hasFieldOrPropertyWithValue("expiresAt", null);
    }

    @Test
    void isNotStartedByAnOrderThatHasEndedAlready() {
        timer.stop(1, NOW);

        assertThat(timer.isNews(0)).isFalse();
        assertThatIllegalStateException().isThrownBy(() -> timer.start(0, HOLD_ENDS));
        assertRaised().isEmpty();
    }

    @Test
    void knowsNewsByTheOrdersVersion() {
        assertThat(timer.isNews(0)).isTrue();
        timer.start(0, HOLD_ENDS);

        assertThat(timer.isNews(0)).isFalse();
        assertThat(timer.isNews(1)).isTrue();
        assertThatIllegalStateException().isThrownBy(() -> timer.start(0, HOLD_ENDS));
        assertRaised().hasSize(1);
    }

    @Test
    void isRememberedForAWeekAfterTheOrdersEnd() {
        timer.start(0, HOLD_ENDS);
        assertThat(timer).hasFieldOrPropertyWithValue("forgetAt", HOLD_ENDS.plus(MEMORY));

        timer.stop(1, NOW);
        assertThat(timer).hasFieldOrPropertyWithValue("forgetAt", NOW.plus(MEMORY));
    }

    private ListAssert<Object> assertRaised() {
        return assertThat(timer).extracting("raised", InstanceOfAssertFactories.LIST);
    }
}
