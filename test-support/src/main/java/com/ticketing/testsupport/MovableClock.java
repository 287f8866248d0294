package com.ticketing.testsupport;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A clock that follows another clock, by default the real one, and can be stopped and advanced. */
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

    /** Stops the clock, except for {@link #advance}. A test of a time window then passes on a slow machine, too. */
    public synchronized void stop() {
        stopped = base.instant();
    }

    /** Resumes the clock at the time of the other one. */
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
        throw new UnsupportedOperationException("Only instants are supported");
    }
}
