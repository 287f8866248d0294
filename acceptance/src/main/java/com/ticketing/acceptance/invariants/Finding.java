package com.ticketing.acceptance.invariants;

import java.util.List;

/**
 * What came of checking one invariant.
 *
 * @param counted how many things were looked at
 * @param violations a line each
 */
public record Finding(String invariant, long counted, List<String> violations) {

    private static final int MOST_SHOWN = 10;

    public boolean holds() {
        return violations.isEmpty();
    }

    /** For a person to read: the count, and the first violations. */
    public String report() {
        StringBuilder report = new StringBuilder("%-4s %-70s %8d checked, %d violated"
                .formatted(holds() ? "ok" : "FAIL", invariant, counted, violations.size()));
        violations.stream()
                .limit(MOST_SHOWN)
                .forEach(violation -> report.append("\n       ").append(violation));
        if (violations.size() > MOST_SHOWN) {
            report.append("\n       and ")
                    .append(violations.size() - MOST_SHOWN)
                    .append(" more");
        }
        return report.toString();
    }
}
