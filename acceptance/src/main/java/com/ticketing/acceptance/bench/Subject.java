package com.ticketing.acceptance.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An operation to measure, with its baselines.
 *
 * @param unit of the results
 */
record Subject(String name, String unit, ShortRun run, Map<String, ShortRun> baselines) {

    /** One short run. */
    interface ShortRun {
        double result() throws Exception;
    }

    static Subject of(String name, String unit, ShortRun run) {
        return new Subject(name, unit, run, Map.of());
    }

    Subject comparedWith(String baseline, ShortRun run) {
        Map<String, ShortRun> more = new LinkedHashMap<>(baselines);
        more.put(baseline, run);
        return new Subject(name, unit, this.run, more);
    }

    /**
     * Alternates the runs of the operation and of its baselines, so that a busy moment of the machine affects all of
     * them.
     */
    Row measure(int warmUps, int rounds) throws Exception {
        Map<String, List<Double>> results = new LinkedHashMap<>();
        Map<String, ShortRun> all = new LinkedHashMap<>();
        all.put(name, run);
        all.putAll(baselines);
        for (int round = -warmUps; round < rounds; round++) {
            for (Map.Entry<String, ShortRun> each : all.entrySet()) {
                double result = each.getValue().result();
                if (round >= 0) {
                    results.computeIfAbsent(each.getKey(), key -> new ArrayList<>())
                            .add(result);
                }
            }
        }
        Spread own = Spread.of(results.getOrDefault(name, List.of()));
        return new Row(
                name,
                unit,
                own,
                baselines.keySet().stream()
                        .map(baseline -> baseline(baseline, own, Spread.of(results.getOrDefault(baseline, List.of()))))
                        .toList());
    }

    private static Row.Baseline baseline(String name, Spread own, Spread other) {
        return new Row.Baseline(name, other, own.median() / other.median());
    }
}
