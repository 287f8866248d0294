package com.ticketing.auth.throttle;

import com.ticketing.common.persistence.WriteConflicts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** Enforces pauses between the repetitions of an action: each pause is twice as long as the one before. */
@Component
class RepeatPauses {

    private static final int MAX_DOUBLINGS = 30;

    private final Counters counters;
    private final CounterUpdates updates;
    private final Clock clock;

    RepeatPauses(Counters counters, CounterUpdates updates, Clock clock) {
        this.counters = counters;
        this.updates = updates;
        this.clock = clock;
    }

    /**
     * Returns whether the pause after the previous repetition has passed, and if so, counts another repetition. The
     * count is forgotten when the longest pause has passed without a repetition.
     */
    boolean admit(String key, Duration firstPause, Duration longestPause) {
        return WriteConflicts.retry(() -> {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            Counter current = counters.findById(key).orElse(null);
            if (current != null && current.blockedUntil() != null && now.isBefore(current.blockedUntil())) {
                return false;
            }
            int repetition = current == null || !now.isBefore(current.expiresAt()) ? 0 : current.count();
            Duration doubled = firstPause.multipliedBy(1L << Math.min(repetition, MAX_DOUBLINGS));
            Instant blockedUntil = now.plus(doubled.compareTo(longestPause) < 0 ? doubled : longestPause);
            updates.replace(current, new Counter(key, repetition + 1, blockedUntil, blockedUntil.plus(longestPause)));
            return true;
        });
    }
}
