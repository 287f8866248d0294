package com.ticketing.testsupport;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Runs as another clock does, by default the real one, and can be stopped and put forward. */
public final class MovableClock extends Clock {

    private final Clock base;
    private volatile Duration ahead = Duration.ZERO;
    private volatile @Nullable Instant stopped;

    public MovableClock() {
        this(Clock.systemUTC());
    }

    public MovableClock(Clock base) {
        this.base = base;
    }

    public synchronized void advance(Duration by) {
        ahead = ahead.plus(by);
    }

    /** Passes no time but by {@link #advance}: for tests of windows of time, which a busy machine can outlast. */
    public synchronized void stop() {
        stopped = base.instant();
    }

    /** Runs again, and shows the time of the other clock. */
    public synchronized void reset() {
        ahead = Duration.ZERO;
        stopped = null;
    }

    @Override
    public Instant instant() {
        Instant now = stopped;
        return (now == null ? base.instant() : now).plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return base.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("The suite reads instants only");
    }
}
