package com.ticketing.acceptance.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.acceptance.chaos.Chaos;
import com.ticketing.acceptance.invariants.Finding;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A short run of what {@code ./chaos} does at length: parts of the suite are killed under load, and no promise is broken. */
class ChaosIT {

    private static final long SEED = 20_261_124;
    private static final Duration DURATION = Duration.ofSeconds(60);

    /** The stand-in for Stripe takes any. */
    private static final String STRIPE_KEY = "sk_test_local_stand_in";

    @Test
    void noPromiseIsBroken(@TempDir Path folder) throws Exception {
        Path data = folder.resolve("data");
        Map<String, String> quickly = Map.of("ORDERS_HOLD", "PT8S", "MESSAGING_ACK_WAIT", "PT3S");
        try (RunningSuite suite = RunningSuite.start(data, quickly, "--replicas", "2")) {
            List<Finding> findings = new Chaos(data, SEED, 12, System.out::println).run(DURATION, STRIPE_KEY);

            assertThat(findings).as("seed %d%n%s", SEED, suite.output()).allMatch(Finding::holds);
            assertThat(findings).hasSize(10);
            // the first one counts what is unfinished, and dead letters only a broken promise would leave
            assertThat(findings)
                    .filteredOn(finding -> finding.counted() > 0)
                    .as("promises that there was something to hold to")
                    .hasSizeGreaterThanOrEqualTo(8);
        }
    }
}
