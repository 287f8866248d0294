package com.ticketing.testsupport;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.awaitility.core.ThrowingRunnable;

/** Waits for conditions, with one timeout for all tests. */
public final class Eventually {

    /**
     * The timeout of every wait. It determines only how long a failing test takes, so it is far longer than a busy
     * machine needs. It is no performance target.
     */
    public static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Duration POLL = Duration.ofMillis(20);

    private Eventually() {}

    /** Waits until the assertion holds. */
    public static void eventually(ThrowingRunnable assertion) {
        await().pollInterval(POLL).untilAsserted(assertion);
    }

    /** Replaces Awaitility's own method, whose default timeout is 10 s and can be changed by any test class. */
    public static ConditionFactory await() {
        return Awaitility.await().atMost(PATIENCE);
    }
}
