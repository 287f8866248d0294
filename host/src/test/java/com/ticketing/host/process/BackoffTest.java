package com.ticketing.host.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private static final Duration SHORT = Duration.ofSeconds(2);

    private final Backoff backoff = new Backoff();

    @Test
    void doublesUpToTenSeconds() {
        assertThat(Stream.generate(() -> backoff.afterRunning(SHORT).toSeconds())
                        .limit(7))
                .containsExactly(1L, 2L, 4L, 8L, 10L, 10L, 10L);
    }

    @Test
    void startsAgainAfterThirtySecondsOfRunning() {
        backoff.afterRunning(SHORT);
        backoff.afterRunning(SHORT);

        assertThat(backoff.afterRunning(Duration.ofSeconds(30))).hasSeconds(1);
        assertThat(backoff.afterRunning(SHORT)).hasSeconds(2);
    }
}
