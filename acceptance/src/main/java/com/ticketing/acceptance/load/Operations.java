package com.ticketing.acceptance.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts the requests of a load by operation and status. A lost connection has the status 0. */
public final class Operations {

    private static final int FIRST_SERVER_ERROR = 500;

    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> failures = new ConcurrentHashMap<>();

    void record(String operation, int status) {
        String outcome = operation + " " + status;
        increment(counts, outcome);
        if (status == 0 || status >= FIRST_SERVER_ERROR) {
            increment(failures, outcome);
        }
    }

    public long total() {
        return sum(counts);
    }

    /** Returns the number of requests without a response, or with a server error. */
    public long failed() {
        return sum(failures);
    }

    /** Returns a line for each operation and status without a response, or with a server error. */
    public List<String> failures() {
        List<String> lines = new ArrayList<>();
        new TreeMap<>(failures).forEach((outcome, count) -> lines.add(outcome + ": " + count + " requests"));
        return lines;
    }

    /** Returns all counts, ordered by operation. */
    @Override
    public String toString() {
        return new TreeMap<>(counts).toString();
    }

    private static long sum(Map<String, LongAdder> counts) {
        return counts.values().stream().mapToLong(LongAdder::sum).sum();
    }

    private static void increment(Map<String, LongAdder> counts, String outcome) {
        counts.computeIfAbsent(outcome, key -> new LongAdder()).increment();
    }
}
