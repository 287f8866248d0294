package com.ticketing.acceptance.bench;

import java.util.List;

/**
 * One measured operation and its baselines from the same run.
 *
 * @param unit "requests/s" or "ms"
 */
record Row(String name, String unit, Spread result, List<Baseline> baselines) {

    /**
     * A baseline.
     *
     * @param ratio the operation's median divided by this one's
     */
    record Baseline(String name, Spread result, double ratio) {}
}
