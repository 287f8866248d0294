package com.ticketing.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.local.invariants.Checker;
import com.ticketing.local.invariants.Finding;
import com.ticketing.local.rush.Rush;
import com.ticketing.testsupport.SignedIn;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tenth of what {@code ./rush} does, on two replicas of every service. */
class RushIT {

    private static final int BUYERS = 1_000;
    private static final int TICKETS = 100;
    private static final int ROUNDS = 25;
    private static final int BUYERS_OF_ONE = 200;
    private static final long SEED = 20_261_124;

    @Test
    void sellsEachTicketOnceAndTellsEverybodyElse(@TempDir Path folder) throws Exception {
        Path data = folder.resolve("data");
        try (RunningSuite suite = RunningSuite.start(data, Map.of("JWT_KEY", SignedIn.KEY), "--replicas", "2")) {
            Checker checker =
                    new Checker(com.ticketing.local.invariants.RunningSuite.on(data), "sk_test_local_stand_in");
            Rush rush = new Rush(suite.url(), SignedIn.KEY, checker, System.out::println);

            List<Finding> findings = new ArrayList<>();
            findings.add(rush.sale(BUYERS, TICKETS, SEED));
            findings.add(rush.race(BUYERS_OF_ONE, ROUNDS));
            findings.add(rush.edits(ROUNDS));
            findings.addAll(checker.check(Duration.ofMinutes(2)));

            assertThat(findings).as("seed %d", SEED).hasSize(12).allMatch(Finding::holds);
            assertThat(findings)
                    .extracting(Finding::counted)
                    .startsWith((long) BUYERS, (long) ROUNDS * BUYERS_OF_ONE, (long) ROUNDS);
        }
    }
}
