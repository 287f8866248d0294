package com.ticketing.auth.throttle;

import com.ticketing.auth.AuthError;
import com.ticketing.common.errors.ApiException;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Limits requests and failed attempts per client address, for all accounts together, in fixed time windows. */
@Component
class AddressLimits {

    private static final String REQUESTS = "requests";
    private static final String FAILURES = "failures";
    private static final Duration REQUEST_WINDOW = Duration.ofMinutes(1);
    private static final Duration FAILURE_WINDOW = Duration.ofMinutes(15);

    private final Counters counters;
    private final CounterUpdates updates;
    private final ThrottleProperties properties;
    private final Clock clock;

    AddressLimits(Counters counters, CounterUpdates updates, ThrottleProperties properties, Clock clock) {
        this.counters = counters;
        this.updates = updates;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Counts a request.
     *
     * @throws ApiException 429 if the address has sent too many in this window
     */
    void countRequest(String address) {
        if (increment(REQUESTS, address, REQUEST_WINDOW) > properties.requestsPerMinute()) {
            throw tooManyAttempts(REQUEST_WINDOW);
        }
    }

    void countFailure(String address) {
        increment(FAILURES, address, FAILURE_WINDOW);
    }

    /**
     * Checks the failed attempts.
     *
     * @throws ApiException 429 if the address had too many in this window
     */
    void requireFewFailures(String address) {
        int failures = counters.findById(id(FAILURES, address, FAILURE_WINDOW))
                .map(Counter::count)
                .orElse(0);
        if (failures >= properties.failuresPerQuarter()) {
            throw tooManyAttempts(FAILURE_WINDOW);
        }
    }

    private int increment(String kind, String address, Duration window) {
        return updates.increment(id(kind, address, window), clock.instant().plus(window));
    }

    /** Each window has its own counter. */
    private String id(String kind, String address, Duration window) {
        return kind + " " + address + " " + clock.millis() / window.toMillis();
    }

    private ApiException tooManyAttempts(Duration window) {
        Duration restOfWindow = Duration.ofMillis(window.toMillis() - clock.millis() % window.toMillis());
        return new ApiException(AuthError.TOO_MANY_ATTEMPTS).withRetryAfter(restOfWindow);
    }
}
