package com.ticketing.auth.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThrottlePropertiesTest {

    private final ThrottleProperties properties =
            new ThrottleProperties(10, Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofMinutes(15), 1, 1);

    @Test
    void doublesTheWaitFromTheTenthAttemptUpToTheMaximum() {
        assertThat(IntStream.of(1, 9, 10, 11, 12, 15, 16, 17, 1000, Integer.MAX_VALUE)
                        .mapToObj(properties::waitAfter)
                        .map(Duration::toSeconds))
                .containsExactly(0L, 0L, 1L, 2L, 4L, 32L, 60L, 60L, 60L, 60L);
    }
}
