package com.ticketing.acceptance.bench;

import java.util.List;
import java.util.Locale;

/**
 * The measured times of many requests.
 *
 * @param seconds the time in which all of them were sent
 */
record ResponseTimes(List<Long> sortedNanos, double seconds) {

    static ResponseTimes of(List<Long> nanos, double seconds) {
        return new ResponseTimes(nanos.stream().sorted().toList(), seconds);
    }

    double perSecond() {
        return sortedNanos.size() / seconds;
    }

    double millis(int percentile) {
        if (sortedNanos.isEmpty()) {
            return Double.NaN;
        }
        int index = Math.min(sortedNanos.size() - 1, sortedNanos.size() * percentile / 100);
        return sortedNanos.get(index) / 1e6;
    }

    String latency() {
        return String.format(
                Locale.ROOT, "p50 %7.2f ms   p99 %7.2f ms   (%d samples)", millis(50), millis(99), sortedNanos.size());
    }
}
