package com.ticketing.acceptance;

import com.ticketing.acceptance.invariants.Checker;
import com.ticketing.acceptance.invariants.Finding;
import com.ticketing.acceptance.rush.Rush;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./suite rush}. */
@Command(
        sortOptions = false,
        description =
                "Simulates a large sale: more buyers than tickets, simultaneous buyers and edits; then checks the invariants.")
final class RushCommand implements Callable<Integer> {

    private static final Duration QUIET_WITHIN = Duration.ofMinutes(5);
    private static final int BUYERS_OF_ONE_TICKET = 200;

    @Mixin
    private final SuiteOptions options;

    @Option(
            names = "--buyers",
            paramLabel = "N",
            defaultValue = "10000",
            description = "The number of buyers in the sale (default: ${DEFAULT-VALUE}).")
    int buyers;

    @Option(
            names = "--tickets",
            paramLabel = "N",
            defaultValue = "1000",
            description = "The number of tickets in the sale (default: ${DEFAULT-VALUE}).")
    int tickets;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "1000",
            description =
                    "The number of tickets with simultaneous buyers, and with simultaneous edits (default: ${DEFAULT-VALUE}).")
    int rounds;

    @Option(names = "--seed", paramLabel = "N", description = "Repeats the order of the buyers (default: random).")
    long seed = ThreadLocalRandom.current().nextLong(1_000_000);

    RushCommand(SuiteOptions options) {
        this.options = options;
    }

    @Override
    public Integer call() throws Exception {
        Checker checker = options.checker();
        Rush rush = new Rush(options.suite().gateway(), jwtKey(), checker, options.out()::println);
        options.out().println("seed=" + seed);
        List<Finding> findings = new ArrayList<>();
        findings.add(rush.sale(buyers, tickets, seed));
        findings.add(rush.race(BUYERS_OF_ONE_TICKET, rounds));
        findings.add(rush.edits(rounds));
        findings.addAll(checker.check(QUIET_WITHIN));
        return options.report(findings);
    }

    /** The key that the suite signs tokens with: from the environment, or the one that ./up has created. */
    private String jwtKey() throws IOException {
        String given = System.getenv("JWT_KEY");
        if (given != null) {
            return given;
        }
        Path created = options.data().resolve("jwt-key");
        if (!Files.exists(created)) {
            throw options.failure("The suite was started with its own JWT_KEY: set the same JWT_KEY for this command");
        }
        return Files.readString(created).strip();
    }
}
