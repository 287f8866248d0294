package com.ticketing.devservers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerClusterIT {

    @TempDir
    Path folder;

    @Test
    void keepsEveryAcknowledgedMessageWhenServersAreKilled() throws Exception {
        try (BrokerCluster cluster = BrokerCluster.start(CacheFolder.path(), folder)) {
            try (StreamingClient producer = StreamingClient.connect(
                    cluster.url(), BrokerCluster.CLUSTER_ID, "producer", Duration.ofSeconds(3))) {
                publish(producer, "first");
                cluster.killLeader();
                publish(producer, "second");
                cluster.restartKilled();
                publish(producer, "third");
                for (int server = 0; server < 3; server++) {
                    cluster.killNatsServer(server);
                    publish(producer, "while server " + server + " is down");
                    cluster.restartKilled();
                }
                cluster.killLeader();
            }

            try (StreamingClient consumer =
                    StreamingClient.connect(cluster.url(), BrokerCluster.CLUSTER_ID, "consumer")) {
                List<String> received = consumer.receiveAll("ticket:created");
                await().atMost(StreamingClient.TIMEOUT)
                        .untilAsserted(() -> assertThat(Set.copyOf(received))
                                .isEqualTo(Set.of(
                                        "first",
                                        "second",
                                        "third",
                                        "while server 0 is down",
                                        "while server 1 is down",
                                        "while server 2 is down")));
            }
        }
    }

    /** Publishes again what the next leader did not receive. */
    private static void publish(StreamingClient producer, String message) {
        await().atMost(StreamingClient.TIMEOUT)
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> {
                    producer.publish("ticket:created", message);
                    return true;
                });
    }
}
