package com.ticketing.acceptance.invariants;

import java.util.List;

/**
 * The result of checking one invariant.
 *
 * @param invariant its number and its statement
 * @param checked the number of checked objects
 * @param violations one line for each violation
 */
public record Finding(String invariant, long checked, List<String> violations) {

    private static final int MOST_PRINTED = 10;

    public boolean holds() {
        return violations.isEmpty();
    }

    /** Returns the counts and the first violations, for the console. */
    public String report() {
        StringBuilder report = new StringBuilder("%-4s %-70s %8d checked, %d violated"
                .formatted(holds() ? "ok" : "FAIL", invariant, checked, violations.size()));
        violations.stream()
                .limit(MOST_PRINTED)
                .forEach(violation -> report.append("\n       ").append(violation));
        if (violations.size() > MOST_PRINTED) {
            report.append("\n       and ")
                    .append(violations.size() - MOST_PRINTED)
                    .append(" more");
        }
        return report.toString();
    }
}
