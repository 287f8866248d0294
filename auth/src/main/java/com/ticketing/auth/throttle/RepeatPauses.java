package com.ticketing.auth.throttle;

import com.ticketing.common.persistence.WriteConflicts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
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
     * Counts another repetition if the pause after the previous one has passed. The count is forgotten when the longest
     * pause has passed without a repetition.
     *
     * @return the rest of the pause; empty if it has passed
     */
    Optional<Duration> admit(String key, Duration firstPause, Duration longestPause) {
        return WriteConflicts.retry(() -> {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            Counter current = counters.findById(key).orElse(null);
            if (current != null && current.blockedUntil() != null && now.isBefore(current.blockedUntil())) {
                return Optional.of(Duration.between(now, current.blockedUntil()));
            }
            int repetition = current == null || !now.isBefore(current.expiresAt()) ? 0 : current.count();
            Duration doubled = firstPause.multipliedBy(1L << Math.min(repetition, MAX_DOUBLINGS));
            Instant blockedUntil = now.plus(doubled.compareTo(longestPause) < 0 ? doubled : longestPause);
            updates.replace(current, new Counter(key, repetition + 1, blockedUntil, blockedUntil.plus(longestPause)));
            return Optional.empty();
        });
    }
}
