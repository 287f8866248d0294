package com.ticketing.acceptance.rush;

import com.ticketing.host.api.ApiResponse;
import com.ticketing.host.process.Deadline;
import com.ticketing.host.process.Poll;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Repeats a request while the service answers 503: it is too busy, which it says before any effect, or its database has
 * not answered in time, which leaves the outcome unknown. So a repetition must be safe, or its response must be
 * interpreted, as {@link OrderAttempt} does.
 */
record UnavailableRetries(Callable<ApiResponse> request, Duration patience) implements Callable<ApiResponse> {

    /** The time that the services ask for in {@code Retry-After}. */
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    @Override
    public ApiResponse call() throws Exception {
        AtomicReference<ApiResponse> response = new AtomicReference<>(request.call());
        if (isUnavailable(response.get())) {
            Poll.until(Deadline.in(patience), RETRY_AFTER, () -> {
                response.set(request.call());
                return !isUnavailable(response.get());
            });
        }
        return response.get();
    }

    static boolean isUnavailable(ApiResponse response) {
        return response.hasError("too-busy") || response.hasError("temporarily-unavailable");
    }
}
