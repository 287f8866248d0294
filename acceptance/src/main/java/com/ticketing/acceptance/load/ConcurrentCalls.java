package com.ticketing.acceptance.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/** Runs calls on a virtual thread each and returns their results in the order of the calls. */
public final class ConcurrentCalls {

    private ConcurrentCalls() {}

    /**
     * Runs all calls at once.
     *
     * @throws IllegalStateException if a call fails, after all have ended
     */
    public static <T> List<T> run(List<Callable<T>> calls) throws InterruptedException {
        List<Future<T>> running;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            running = threads.invokeAll(calls);
        }
        List<T> results = new ArrayList<>(running.size());
        for (Future<T> each : running) {
            try {
                results.add(each.get());
            } catch (ExecutionException e) {
                throw new IllegalStateException("A request failed", e.getCause());
            }
        }
        return results;
    }

    /** Runs at most {@code limit} calls at the same time. */
    public static <T> List<T> run(List<Callable<T>> calls, int limit) throws InterruptedException {
        Semaphore permits = new Semaphore(limit, true);
        return run(calls.stream()
                .<Callable<T>>map(call -> () -> {
                    permits.acquire();
                    try {
                        return call.call();
                    } finally {
                        permits.release();
                    }
                })
                .toList());
    }

    /** Starts all calls at the same instant, as far as threads allow. */
    public static <T> List<T> runSimultaneously(List<Callable<T>> calls) throws InterruptedException {
        CountDownLatch ready = new CountDownLatch(calls.size());
        return run(calls.stream()
                .<Callable<T>>map(call -> () -> {
                    ready.countDown();
                    ready.await();
                    return call.call();
                })
                .toList());
    }
}
