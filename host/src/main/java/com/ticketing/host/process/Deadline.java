package com.ticketing.host.process;

import java.time.Duration;

/** A point in time on the monotonic clock, which does not jump when the system's time is set. */
public final class Deadline {

    private final long nanos;

    private Deadline(long nanos) {
        this.nanos = nanos;
    }

    public static Deadline in(Duration duration) {
        return new Deadline(System.nanoTime() + duration.toNanos());
    }

    public boolean isOver() {
        return System.nanoTime() - nanos >= 0;
    }
}
