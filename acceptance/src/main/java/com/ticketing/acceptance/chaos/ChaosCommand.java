package com.ticketing.acceptance.chaos;

import com.ticketing.acceptance.invariants.Finding;
import com.ticketing.host.payment.PaymentProvider;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** {@code ./chaos}: breaks a running suite under load; its status is 1 if a promise is broken. */
public final class ChaosCommand {

    private static final int USAGE = 2;

    private ChaosCommand() {}

    public static void run(List<String> arguments) throws Exception {
        Path data = Path.of(System.getProperty("ticketing.home", ".")).resolve(".data");
        Duration duration = Duration.ofMinutes(2);
        long seed = ThreadLocalRandom.current().nextLong(1_000_000);
        int people = 20;
        Deque<String> rest = new ArrayDeque<>(arguments);
        try {
            while (!rest.isEmpty()) {
                switch (rest.remove()) {
                    case "--data" -> data = Path.of(rest.remove());
                    case "--duration" -> duration = Duration.parse(rest.remove());
                    case "--seed" -> seed = Long.parseLong(rest.remove());
                    case "--people" -> people = Integer.parseInt(rest.remove());
                    default -> throw new IllegalArgumentException();
                }
            }
        } catch (RuntimeException e) {
            System.err.println("./chaos [--data DIR] [--duration PT2M] [--seed N] [--people N]");
            System.exit(USAGE);
        }
        System.out.println("Seed " + seed + ", " + duration + ", " + people + " people");
        List<Finding> findings =
                new Chaos(data, seed, people, System.out::println).run(duration, PaymentProvider.STAND_IN_KEY);
        findings.forEach(finding -> System.out.println(finding.report()));
        System.exit(findings.stream().allMatch(Finding::holds) ? 0 : 1);
    }
}
