package com.ticketing.host.process;

import java.time.Duration;

/** The delay before a dead process is restarted: doubles from 1 s to 10 s, and starts again after 30 s of running. */
final class Backoff {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Duration STABLE = Duration.ofSeconds(30);

    private Duration next = FIRST;

    Duration afterRunning(Duration upTime) {
        if (upTime.compareTo(STABLE) >= 0) {
            next = FIRST;
        }
        Duration delay = next;
        Duration doubled = delay.multipliedBy(2);
        next = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
        return delay;
    }
}
