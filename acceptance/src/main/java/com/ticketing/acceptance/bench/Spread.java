package com.ticketing.acceptance.bench;

import java.util.List;
import java.util.Locale;

/** The results of several runs. */
record Spread(double median, double min, double max) {

    static Spread of(List<Double> results) {
        List<Double> sorted = results.stream().sorted().toList();
        int middle = sorted.size() / 2;
        double median = sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        return new Spread(median, sorted.getFirst(), sorted.getLast());
    }

    String text() {
        return String.format(Locale.ROOT, "%9.1f (%.1f to %.1f)", median, min, max);
    }
}
