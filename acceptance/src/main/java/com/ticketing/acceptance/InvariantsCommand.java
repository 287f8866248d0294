package com.ticketing.acceptance;

import com.ticketing.acceptance.invariants.Checker;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./suite invariants}. */
@Command(description = "Waits until the suite is quiet, then checks its invariants in databases, broker and Stripe.")
final class InvariantsCommand implements Callable<Integer> {

    private static final Duration QUIET_WITHIN = Duration.ofSeconds(90);

    @Mixin
    private final SuiteOptions options;

    @Option(
            names = "--store-lost",
            description = "The broker's store was lost: accept that it begins with later versions than 0.")
    boolean storeLost;

    InvariantsCommand(SuiteOptions options) {
        this.options = options;
    }

    @Override
    public Integer call() throws Exception {
        Checker checker = options.checker();
        return options.report((storeLost ? checker.afterStoreLoss() : checker).check(QUIET_WITHIN));
    }
}
