package com.ticketing.acceptance.rush;

import com.ticketing.host.api.ApiResponse;
import com.ticketing.host.process.Deadline;
import com.ticketing.host.process.Poll;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;

/** Repeats a request as long as the service is too busy. Such a rejection comes before any effect, so a repetition is safe. */
record BusyRetries(Callable<ApiResponse> request, Duration patience) implements Callable<ApiResponse> {

    /** The time that the services ask for in {@code Retry-After}. */
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    @Override
    public ApiResponse call() throws Exception {
        AtomicReference<ApiResponse> response = new AtomicReference<>(request.call());
        if (response.get().hasError("too-busy")) {
            Poll.until(Deadline.in(patience), RETRY_AFTER, () -> {
                response.set(request.call());
                return !response.get().hasError("too-busy");
            });
        }
        return response.get();
    }
}
