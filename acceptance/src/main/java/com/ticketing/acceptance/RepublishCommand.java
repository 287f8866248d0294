package com.ticketing.acceptance;

import com.ticketing.acceptance.republish.Republication;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./suite republish}. */
@Command(
        sortOptions = false,
        description = "Has every service publish the current state of its aggregates again, and waits for the end.")
final class RepublishCommand implements Callable<Integer> {

    @Mixin
    private final SuiteOptions options;

    @Option(
            names = "--timeout",
            paramLabel = "ISO-8601",
            defaultValue = "PT1H",
            description = "How long to wait; the republication continues without this command (default: "
                    + "${DEFAULT-VALUE}).")
    Duration timeout = Duration.ZERO;

    RepublishCommand(SuiteOptions options) {
        this.options = options;
    }

    @Override
    public Integer call() throws Exception {
        Republication republication = options.republication();
        republication.begin(timeout);
        republication.awaitFinished(timeout);
        options.out().println("Every service has published its aggregates again");
        return 0;
    }
}
