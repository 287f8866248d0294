package com.ticketing.infra;

import java.util.List;
import java.util.function.Function;

/** Something that must be true of the manifests, by a sentence. */
record Rule(String says, Function<Manifests, List<String>> violations) {

    List<String> brokenBy(Manifests manifests) {
        return violations.apply(manifests);
    }

    /** Of each workload by itself. */
    static Rule ofPods(String says, Function<Workload, Boolean> holds) {
        return new Rule(
                says,
                manifests -> manifests.workloads().stream()
                        .filter(workload -> !holds.apply(workload))
                        .map(workload -> workload.name() + ": " + says)
                        .toList());
    }

    @Override
    public String toString() {
        return says;
    }
}
