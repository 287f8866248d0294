package com.ticketing.acceptance.chaos;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts events by name. */
final class Counters {

    private final Map<String, LongAdder> counts = new ConcurrentSkipListMap<>();

    void increment(String name) {
        counts.computeIfAbsent(name, key -> new LongAdder()).increment();
    }

    Map<String, LongAdder> counts() {
        return counts;
    }
}
