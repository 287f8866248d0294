package com.ticketing.acceptance.invariants;

import com.ticketing.host.payment.PaymentProvider;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** {@code ./invariants}: checks a running suite; its status is 1 if a promise is broken. */
public final class InvariantsCommand {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private InvariantsCommand() {}

    public static void run(List<String> arguments) throws Exception {
        Path home = Path.of(System.getProperty("ticketing.home", "."));
        Path data = arguments.isEmpty() ? home.resolve(".data") : Path.of(arguments.getFirst());
        List<Finding> findings = new Checker(RunningSuite.on(data), PaymentProvider.STAND_IN_KEY).check(PATIENCE);
        findings.forEach(finding -> System.out.println(finding.report()));
        System.exit(findings.stream().allMatch(Finding::holds) ? 0 : 1);
    }
}
