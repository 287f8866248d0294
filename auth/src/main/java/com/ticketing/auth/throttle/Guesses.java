package com.ticketing.auth.throttle;

import com.ticketing.common.errors.ApiException;
import com.ticketing.common.persistence.WriteConflicts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Counts the attempts to show a secret. An attempt counts before its secret is looked at, so that many at once are no way
 * around the waits, and all count for nothing once one was right.
 */
@Component
class Guesses {

    private final Counters counters;
    private final ThrottleProperties properties;
    private final Clock clock;

    Guesses(Counters counters, ThrottleProperties properties, Clock clock) {
        this.counters = counters;
        this.properties = properties;
        this.clock = clock;
    }

    /** How an attempt ended. */
    enum Outcome {
        RIGHT,
        WRONG,
        /** The secret was not looked at. */
        UNKNOWN;

        static Outcome of(RuntimeException failure) {
            if (!(failure instanceof ApiException answer)) {
                return UNKNOWN;
            }
            // whoever is refused for another reason than the secret has shown the right one
            return switch (answer.status()) {
                case HttpStatus.BAD_REQUEST -> WRONG;
                case HttpStatus.FORBIDDEN -> RIGHT;
                default -> UNKNOWN;
            };
        }
    }

    /**
     * Counts an attempt.
     *
     * @throws ApiException 429 if it has to wait
     */
    void begin(String key) {
        WriteConflicts.retry(() -> {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            Counter found = counters.find(key).orElse(null);
            if (found != null && found.blockedUntil() != null && now.isBefore(found.blockedUntil())) {
                throw Throttle.tooMany(Duration.between(now, found.blockedUntil()));
            }
            int attempts = found == null || !now.isBefore(found.expiresAt()) ? 1 : found.count() + 1;
            Duration wait = properties.waitAfter(attempts);
            change(
                    found,
                    new Counter(
                            key, attempts, wait.isZero() ? null : now.plus(wait), now.plus(properties.forgetAfter())));
        });
    }

    void end(String key, Outcome outcome) {
        switch (outcome) {
            case RIGHT -> counters.remove(key);
            case WRONG -> {}
            case UNKNOWN -> takeBack(key);
        }
    }

    private void takeBack(String key) {
        WriteConflicts.retry(() -> counters.find(key)
                .filter(found -> found.count() > 0)
                .ifPresent(found -> change(found, new Counter(key, found.count() - 1, null, found.expiresAt()))));
    }

    private void change(@Nullable Counter found, Counter next) {
        if (!counters.replace(found, next)) {
            throw new OptimisticLockingFailureException("Another attempt was counted at the same time");
        }
    }
}
