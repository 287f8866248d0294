package com.ticketing.acceptance.bench;

import com.ticketing.acceptance.load.ConcurrentCalls;
import com.ticketing.host.process.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * A closed-loop load: each client sends one request after the other.
 *
 * @param requests the maximum number in total
 * @param time the maximum duration
 */
record LoadProfile(int clients, int requests, Duration time) {

    /**
     * Runs the load and measures each request.
     *
     * @param request receives its number, from 0
     */
    ResponseTimes run(IntConsumer request) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        long start = System.nanoTime();
        Deadline deadline = Deadline.in(time);
        Callable<List<Long>> client = () -> send(request, next, deadline);
        List<Long> all = ConcurrentCalls.run(Collections.nCopies(clients, client)).stream()
                .flatMap(List::stream)
                .toList();
        return ResponseTimes.of(all, (System.nanoTime() - start) / 1e9);
    }

    private List<Long> send(IntConsumer request, AtomicInteger next, Deadline deadline) {
        List<Long> nanos = new ArrayList<>();
        for (int number = next.getAndIncrement();
                number < requests && !deadline.isOver();
                number = next.getAndIncrement()) {
            long start = System.nanoTime();
            request.accept(number);
            nanos.add(System.nanoTime() - start);
        }
        return nanos;
    }
}
