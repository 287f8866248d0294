package com.ticketing.acceptance;

import com.ticketing.acceptance.chaos.Chaos;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./suite chaos}. */
@Command(
        sortOptions = false,
        description =
                "Kills, stops and pauses processes of the suite and damages the broker's store under load, then checks its invariants.")
final class ChaosCommand implements Callable<Integer> {

    @Mixin
    private final SuiteOptions options;

    @Option(
            names = "--duration",
            paramLabel = "ISO-8601",
            defaultValue = "PT2M",
            description = "The duration of load and faults, for example PT20M (default: ${DEFAULT-VALUE}).")
    Duration duration = Duration.ZERO;

    @Option(
            names = "--users",
            paramLabel = "N",
            defaultValue = "20",
            description = "The number of concurrent users (default: ${DEFAULT-VALUE}).")
    int users;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Repeats the order of faults and the users' choices (default: random).")
    long seed = ThreadLocalRandom.current().nextLong(1_000_000);

    ChaosCommand(SuiteOptions options) {
        this.options = options;
    }

    @Override
    public Integer call() throws Exception {
        options.suite();
        options.out().println("seed=" + seed + " duration=" + duration + " users=" + users);
        Chaos chaos = new Chaos(
                options.data(), options.checker(), options.republication(), seed, users, options.out()::println);
        return options.report(chaos.run(duration));
    }
}
