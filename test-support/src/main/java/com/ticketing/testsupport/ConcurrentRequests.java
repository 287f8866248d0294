package com.ticketing.testsupport;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Sends requests at the same moment, each from a separate thread. */
public final class ConcurrentRequests {

    private ConcurrentRequests() {}

    /** Sends one request per argument and returns the responses in the order of the arguments. */
    public static <T> List<ApiResponse> send(List<T> arguments, Function<T, ApiResponse> request)
            throws InterruptedException {
        CountDownLatch ready = new CountDownLatch(arguments.size());
        List<Callable<ApiResponse>> calls = arguments.stream()
                .<Callable<ApiResponse>>map(argument -> () -> {
                    ready.countDown();
                    ready.await();
                    return request.apply(argument);
                })
                .toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(arguments.size())) {
            return threads.invokeAll(calls).stream().map(Future::resultNow).toList();
        }
    }
}
