package com.ticketing.acceptance.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.acceptance.chaos.Chaos;
import com.ticketing.acceptance.invariants.Checker;
import com.ticketing.acceptance.invariants.Finding;
import com.ticketing.acceptance.republish.Republication;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that no invariant is violated in a short run of {@code ./suite chaos}. */
class ChaosIT {

    private static final long SEED = 20_261_124;
    private static final int USERS = 12;
    private static final Duration DURATION = Duration.ofSeconds(Integer.getInteger("chaos.seconds", 60));

    @Test
    void everyInvariantHolds(@TempDir Path folder) throws Exception {
        Path data = folder.resolve("data");
        Map<String, String> shortTimes = Map.of("ORDERS_HOLD", "PT8S", "MESSAGING_ACK_WAIT", "PT3S");
        try (UpProcess up = UpProcess.start(data, shortTimes, "--replicas", "2")) {
            List<Finding> findings = new Chaos(
                            data, checker(up), Republication.of(data, null), SEED, USERS, System.out::println)
                    .run(DURATION);

            assertThat(findings).as("seed %d%n%s", SEED, up.output()).allMatch(Finding::holds);
            assertThat(findings).hasSize(10);
            // The first one counts unfinished deliveries, and there are dead letters only if an invariant is violated.
            assertThat(findings)
                    .filteredOn(finding -> finding.checked() > 0)
                    .as("invariants with checked objects")
                    .hasSizeGreaterThanOrEqualTo(8);
        }
    }

    private static Checker checker(UpProcess up) {
        return new Checker(up.suite(), StripeStandInClient.KEY, Clock.systemUTC());
    }
}
