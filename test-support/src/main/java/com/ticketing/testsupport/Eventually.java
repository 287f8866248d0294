package com.ticketing.testsupport;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.awaitility.core.ThrowingRunnable;

/** Waits for conditions with one budget for all tests. */
public final class Eventually {

    /**
     * The budget of every wait. It decides only how long a failure takes to show, so it is far longer than a busy machine
     * needs, and no statement about performance.
     */
    public static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Duration POLL = Duration.ofMillis(20);

    private Eventually() {}

    public static void eventually(ThrowingRunnable assertion) {
        await().pollInterval(POLL).untilAsserted(assertion);
    }

    /** Replaces Awaitility's own entry point, whose default is 10 s and can be changed by any other test class. */
    public static ConditionFactory await() {
        return Awaitility.await().atMost(PATIENCE);
    }
}
