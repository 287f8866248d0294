package com.ticketing.acceptance.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** Some clients that ask one after the other, until so many requests are made or the time is up. */
record Load(int clients, int requests, Duration time) {

    /** The request is given its number. */
    Times run(IntConsumer request) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        long start = System.nanoTime();
        long deadline = start + time.toNanos();
        List<Future<List<Long>>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int client = 0; client < clients; client++) {
                running.add(threads.submit(() -> ask(request, next, deadline)));
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        List<Long> all = new ArrayList<>();
        for (Future<List<Long>> client : running) {
            try {
                all.addAll(client.get());
            } catch (ExecutionException e) {
                throw new IllegalStateException("A request failed", e.getCause());
            }
        }
        return Times.of(all, seconds);
    }

    private List<Long> ask(IntConsumer request, AtomicInteger next, long deadline) {
        List<Long> nanos = new ArrayList<>();
        for (int number = next.getAndIncrement();
                number < requests && System.nanoTime() < deadline;
                number = next.getAndIncrement()) {
            long start = System.nanoTime();
            request.accept(number);
            nanos.add(System.nanoTime() - start);
        }
        return nanos;
    }
}
