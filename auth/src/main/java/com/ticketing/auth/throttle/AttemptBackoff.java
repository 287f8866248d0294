package com.ticketing.auth.throttle;

import com.ticketing.auth.AuthError;
import com.ticketing.common.errors.ApiException;
import com.ticketing.common.persistence.WriteConflicts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Delays attempts to present a secret after repeated failures, with exponential backoff. An attempt is counted before
 * the secret is checked, so that concurrent attempts cannot bypass the delay. A success resets the count.
 */
@Component
class AttemptBackoff {

    private final Counters counters;
    private final CounterUpdates updates;
    private final ThrottleProperties properties;
    private final Clock clock;

    AttemptBackoff(Counters counters, CounterUpdates updates, ThrottleProperties properties, Clock clock) {
        this.counters = counters;
        this.updates = updates;
        this.properties = properties;
        this.clock = clock;
    }

    /** The result of an attempt. */
    enum Outcome {
        SECRET_CORRECT,
        SECRET_WRONG,
        /** The attempt failed before the secret was checked. */
        NOT_CHECKED;

        static Outcome of(RuntimeException failure) {
            if (!(failure instanceof ApiException error)) {
                return NOT_CHECKED;
            }
            return switch (error.status()) {
                case HttpStatus.BAD_REQUEST -> SECRET_WRONG;
                // a ban is reported only after the correct secret was presented
                case HttpStatus.FORBIDDEN -> SECRET_CORRECT;
                default -> NOT_CHECKED;
            };
        }
    }

    /**
     * Counts an attempt.
     *
     * @throws ApiException 429 if the delay after the previous attempts has not passed
     */
    void begin(String key) {
        WriteConflicts.retry(() -> {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            Counter current = counters.findById(key).orElse(null);
            if (current != null && current.blockedUntil() != null && now.isBefore(current.blockedUntil())) {
                throw new ApiException(AuthError.TOO_MANY_ATTEMPTS)
                        .withRetryAfter(Duration.between(now, current.blockedUntil()));
            }
            int attempts = current == null || !now.isBefore(current.expiresAt()) ? 1 : current.count() + 1;
            Duration wait = properties.waitAfter(attempts);
            Instant blockedUntil = wait.isZero() ? null : now.plus(wait);
            updates.replace(current, new Counter(key, attempts, blockedUntil, now.plus(properties.forgetAfter())));
        });
    }

    void end(String key, Outcome outcome) {
        switch (outcome) {
            case SECRET_CORRECT -> counters.deleteById(key);
            case SECRET_WRONG -> {}
            case NOT_CHECKED -> uncount(key);
        }
    }

    private void uncount(String key) {
        WriteConflicts.retry(() -> counters.findById(key)
                .filter(current -> current.count() > 0)
                .ifPresent(current ->
                        updates.replace(current, new Counter(key, current.count() - 1, null, current.expiresAt()))));
    }
}
