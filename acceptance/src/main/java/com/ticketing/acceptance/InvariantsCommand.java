package com.ticketing.acceptance;

import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./suite invariants}. */
@Command(description = "Waits until the suite is quiet, then checks its invariants in databases, broker and Stripe.")
final class InvariantsCommand implements Callable<Integer> {

    private static final Duration QUIET_WITHIN = Duration.ofSeconds(90);

    @Mixin
    private final SuiteOptions options;

    InvariantsCommand(SuiteOptions options) {
        this.options = options;
    }

    @Override
    public Integer call() throws Exception {
        return options.report(options.checker().check(QUIET_WITHIN));
    }
}
