package com.ticketing.infra;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A statement that is true of the manifests.
 *
 * @param text the statement
 * @param check returns what violates it
 */
record Rule(String text, Function<Manifests, List<String>> check) {

    /** Returns a rule that is true of each workload. */
    static Rule ofPods(String text, Predicate<Workload> holds) {
        return new Rule(
                text,
                manifests -> manifests.workloads().stream()
                        .filter(holds.negate())
                        .map(Workload::name)
                        .toList());
    }

    List<String> violations(Manifests manifests) {
        return check.apply(manifests);
    }

    @Override
    public String toString() {
        return text;
    }
}
