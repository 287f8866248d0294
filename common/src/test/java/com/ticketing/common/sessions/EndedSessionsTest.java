package com.ticketing.common.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.testsupport.MovableClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class EndedSessionsTest {

    private static final Duration LIFE = Duration.ofMinutes(16);

    private final MovableClock clock = new MovableClock(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    private final EndedSessions sessions = new EndedSessions(LIFE, clock);

    @Test
    void deniesOnlyEndedSessions() {
        sessions.add("phone", clock.instant());

        assertThat(sessions.isDenied("phone")).isTrue();
        assertThat(sessions.isDenied("laptop")).isFalse();
    }

    @Test
    void removesASessionWhenItsTokensHaveExpired() {
        sessions.add("phone", clock.instant());

        clock.advance(LIFE.minusSeconds(1));
        sessions.add("phone", Instant.EPOCH);
        assertThat(sessions.isDenied("phone")).isTrue();

        clock.advance(Duration.ofSeconds(1));
        assertThat(sessions.isDenied("phone")).isFalse();
        sessions.add("phone", Instant.EPOCH);
        assertThat(sessions.size()).as("a delivery of an old event").isZero();
    }

    @Test
    void deniesASessionThatWasEndedTwiceForTheLongerTime() {
        sessions.add("phone", Instant.EPOCH);
        sessions.add("laptop", Instant.EPOCH);
        sessions.add("phone", Instant.EPOCH.plusSeconds(60));
        sessions.add("phone", Instant.EPOCH.plusSeconds(30));

        clock.advance(LIFE.plusSeconds(59));
        sessions.add("tablet", clock.instant());

        assertThat(sessions.isDenied("phone")).isTrue();
        assertThat(sessions.size()).as("all but the laptop").isEqualTo(2);
    }

    @Test
    void keepsOnlyTheSessionsOfOneTokenLife() {
        for (int i = 0; i < 1000; i++) {
            sessions.add("session" + i, clock.instant());
            clock.advance(Duration.ofMinutes(1));
        }

        assertThat(sessions.size()).isEqualTo(16);
    }
}
