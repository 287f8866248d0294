package com.ticketing.acceptance.bench;

import java.time.Duration;
import java.util.List;

/**
 * How much is measured.
 *
 * @param rounds the runs of each operation and of each baseline, after as many warm-ups
 * @param time the duration of one run
 * @param writes the most writes in one run
 * @param orders the orders in one run
 * @param samples the responses in one run that measures times, one after the other
 * @param catalog the numbers of tickets at which the list is timed
 */
public record BenchPlan(
        int warmUps, int rounds, Duration time, int writes, int orders, int samples, List<Integer> catalog) {

    /** About ten minutes. */
    public static final BenchPlan FULL =
            new BenchPlan(2, 5, Duration.ofSeconds(2), 2_000, 200, 50, List.of(100, 1_000, 10_000, 100_000));

    /** Measures everything so shortly that the results mean nothing. */
    public static final BenchPlan QUICK = new BenchPlan(0, 2, Duration.ofMillis(300), 50, 8, 5, List.of(100, 200));

    public BenchPlan withCatalog(List<Integer> sizes) {
        return new BenchPlan(warmUps, rounds, time, writes, orders, samples, sizes);
    }
}
