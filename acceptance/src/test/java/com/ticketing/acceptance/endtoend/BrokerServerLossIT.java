package com.ticketing.acceptance.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ticketing.acceptance.invariants.Checker;
import com.ticketing.acceptance.invariants.Finding;
import com.ticketing.acceptance.load.AcknowledgedWrites;
import com.ticketing.acceptance.load.Operations;
import com.ticketing.acceptance.load.UserLoad;
import com.ticketing.devservers.BrokerCluster;
import com.ticketing.devservers.CacheFolder;
import com.ticketing.host.running.RunningBroker;
import com.ticketing.host.running.RunningSuite;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The suite on a clustered broker whose leader and NATS servers are killed again and again under load. */
class BrokerServerLossIT {

    private static final long SEED = 20_261_126;
    private static final int USERS = 8;
    private static final int REQUESTS_BETWEEN_KILLS = 60;
    private static final int KILLS = Integer.getInteger("cluster.kills", 2);

    @Test
    void everyInvariantHoldsWhileServersOfTheBrokerAreKilled(@TempDir Path folder) throws Exception {
        try (BrokerCluster cluster = BrokerCluster.start(CacheFolder.path(), folder.resolve("broker"))) {
            Map<String, String> settings = Map.of("NATS_URL", cluster.url(), "ORDERS_HOLD", "PT8S");
            try (UpProcess up = UpProcess.start(folder.resolve("data"), settings)) {
                AcknowledgedWrites writes = new AcknowledgedWrites();
                Operations operations = new Operations();
                UserLoad load = new UserLoad(up.url(), SEED, USERS, writes, operations);
                load.start();
                List<Duration> failovers = new ArrayList<>();
                try {
                    for (int kill = 0; kill < KILLS; kill++) {
                        awaitMoreRequests(operations);
                        failovers.add(cluster.killLeader());
                        awaitMoreRequests(operations);
                        cluster.restartKilled();
                        cluster.killNatsServer(kill % 3);
                        awaitMoreRequests(operations);
                        cluster.restartKilled();
                    }
                } finally {
                    load.stop();
                }
                System.out.println("Failovers of the broker: " + failovers + ", operations: " + operations);

                List<Finding> findings =
                        new ArrayList<>(checker(up.suite(), cluster).check(UpProcess.TIMEOUT));
                findings.add(writes.verify());

                assertThat(findings).as(up::output).hasSize(10).allMatch(Finding::holds);
            }
        }
    }

    private static void awaitMoreRequests(Operations operations) {
        long before = operations.total();
        await("load").atMost(UpProcess.TIMEOUT).until(() -> operations.total() >= before + REQUESTS_BETWEEN_KILLS);
    }

    /** {@code ./up} does not know the monitoring address of a given broker. */
    private static Checker checker(RunningSuite suite, BrokerCluster cluster) {
        RunningBroker given = suite.broker();
        RunningBroker broker =
                new RunningBroker(given.url(), given.clusterId(), cluster.monitorUrl(), given.channelPrefix());
        return new Checker(
                new RunningSuite(
                        suite.gateway(),
                        suite.pid(),
                        suite.ready(),
                        broker,
                        suite.stripe(),
                        suite.mongo(),
                        suite.processes()),
                StripeStandInClient.KEY,
                Clock.systemUTC());
    }
}
