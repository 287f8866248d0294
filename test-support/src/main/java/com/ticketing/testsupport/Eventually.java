package com.ticketing.testsupport;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;

/** Waits for what a slow machine may need long for. */
public final class Eventually {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(20);

    private Eventually() {}

    public static void eventually(ThrowingRunnable assertion) {
        Awaitility.await().atMost(LONGEST).pollInterval(POLL).untilAsserted(assertion);
    }
}
