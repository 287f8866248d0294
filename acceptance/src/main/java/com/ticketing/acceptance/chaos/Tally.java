package com.ticketing.acceptance.chaos;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts what happened, by name. */
final class Tally {

    private final Map<String, LongAdder> counts = new ConcurrentSkipListMap<>();

    void count(String name) {
        counts.computeIfAbsent(name, key -> new LongAdder()).increment();
    }

    Map<String, LongAdder> counts() {
        return counts;
    }
}
