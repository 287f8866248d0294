package com.ticketing.acceptance.rush;

import com.ticketing.acceptance.invariants.Checker;
import com.ticketing.acceptance.invariants.Finding;
import com.ticketing.acceptance.invariants.RunningSuite;
import com.ticketing.host.payment.PaymentProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** {@code ./rush}: more buyers than tickets, on a running suite; its status is 1 if a promise is broken. */
public final class RushCommand {

    private static final int USAGE = 2;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private RushCommand() {}

    public static void run(List<String> arguments) throws Exception {
        Path data = Path.of(System.getProperty("ticketing.home", ".")).resolve(".data");
        int buyers = 10_000;
        int tickets = 1_000;
        int rounds = 1_000;
        long seed = ThreadLocalRandom.current().nextLong(1_000_000);
        Deque<String> rest = new ArrayDeque<>(arguments);
        try {
            while (!rest.isEmpty()) {
                switch (rest.remove()) {
                    case "--data" -> data = Path.of(rest.remove());
                    case "--buyers" -> buyers = Integer.parseInt(rest.remove());
                    case "--tickets" -> tickets = Integer.parseInt(rest.remove());
                    case "--rounds" -> rounds = Integer.parseInt(rest.remove());
                    case "--seed" -> seed = Long.parseLong(rest.remove());
                    default -> throw new IllegalArgumentException();
                }
            }
        } catch (RuntimeException e) {
            System.err.println("./rush [--data DIR] [--buyers 10000] [--tickets 1000] [--rounds 1000] [--seed N]");
            System.exit(USAGE);
        }
        RunningSuite suite = RunningSuite.on(data);
        Checker checker = new Checker(suite, PaymentProvider.STAND_IN_KEY);
        Rush rush = new Rush(suite.gateway(), key(data), checker, System.out::println);
        System.out.println("Seed " + seed);
        List<Finding> findings = new ArrayList<>();
        findings.add(rush.sale(buyers, tickets, seed));
        findings.add(rush.race(200, rounds));
        findings.add(rush.edits(rounds));
        findings.addAll(checker.check(PATIENCE));
        findings.forEach(finding -> System.out.println(finding.report()));
        System.exit(findings.stream().allMatch(Finding::holds) ? 0 : 1);
    }

    private static String key(Path data) throws IOException {
        String given = System.getenv("JWT_KEY");
        Path made = data.resolve("jwt-key");
        if (given == null && !Files.exists(made)) {
            System.err.println("The suite on " + data + " was started with a JWT_KEY of its own: set it here too.");
            System.exit(USAGE);
        }
        return given == null ? Files.readString(made).strip() : given;
    }
}
