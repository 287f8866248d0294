package com.ticketing.testsupport;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Sends a request for each of some things at the same moment. */
public final class AtOnce {

    private AtOnce() {}

    public static <T> List<ApiResponse> forEach(List<T> things, Function<T, ApiResponse> request)
            throws InterruptedException {
        CountDownLatch ready = new CountDownLatch(things.size());
        List<Callable<ApiResponse>> calls = things.stream()
                .<Callable<ApiResponse>>map(thing -> () -> {
                    ready.countDown();
                    ready.await();
                    return request.apply(thing);
                })
                .toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(things.size())) {
            return threads.invokeAll(calls).stream().map(Future::resultNow).toList();
        }
    }
}
