package com.ticketing.devservers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NatsStreamingServerIT {

    @TempDir
    Path folder;

    @Test
    void keepsMessagesAcrossAKillAndRestart() throws Exception {
        try (NatsStreamingServer server = start()) {
            try (StreamingClient producer = connect(server, "producer")) {
                producer.publish("ticket:created", "kept");
            }

            server.kill();
            assertThat(server.isRunning()).isFalse();
            String url = server.url();
            server.restart();

            assertThat(server.url()).isEqualTo(url);
            try (StreamingClient consumer = connect(server, "consumer")) {
                List<String> received = consumer.receiveAll("ticket:created");
                await().atMost(StreamingClient.TIMEOUT)
                        .untilAsserted(() -> assertThat(received).containsExactly("kept"));
            }
        }
    }

    @Test
    void startsAgainWithEveryAcknowledgedMessageAfterItsDiskWasFull() throws Exception {
        try (NatsStreamingServer server = start()) {
            List<String> acknowledged = new ArrayList<>();
            try (StreamingClient client = connect(server, "client")) {
                List<List<String>> groups = new ArrayList<>();
                // enough that the file of the subscriptions is larger than the one of the messages, so that it is torn
                for (int group = 0; group < 10; group++) {
                    groups.add(client.receiveDurably("ticket:created", "group-" + group));
                }
                for (int number = 0; number < 100; number++) {
                    client.publish("ticket:created", "message " + number);
                    acknowledged.add("message " + number);
                }
                await().atMost(StreamingClient.TIMEOUT)
                        .until(() -> groups.stream().allMatch(received -> received.size() == acknowledged.size()));
                server.fillDisk();
                CompletableFuture<Boolean> rejected =
                        client.publishWithoutWaiting("ticket:created", "not acknowledged");
                await().atMost(StreamingClient.TIMEOUT).until(() -> !server.isRunning());
                assertThat(rejected.getNow(false)).isFalse();
            }

            server.restart();
            try (StreamingClient client = connect(server, "client")) {
                client.publish("ticket:created", "after");
                acknowledged.add("after");
                List<String> received = client.receiveAll("ticket:created");
                await().atMost(StreamingClient.TIMEOUT)
                        .untilAsserted(() -> assertThat(received).containsSubsequence(acknowledged));
            }
            assertThat(folder.resolve("store/nats-streaming-server.log"))
                    .content()
                    .contains("Unexpected EOF for file", "subs.dat\" has been truncated");
            server.restart();
            assertThat(server.isRunning())
                    .as("the second start in a row with the repair option")
                    .isTrue();
        }
    }

    @Test
    void startsWithoutMessagesAfterItsStoreWasLost() throws Exception {
        try (NatsStreamingServer server = start()) {
            try (StreamingClient client = connect(server, "client")) {
                client.publish("ticket:created", "lost");
            }

            server.loseStore();

            try (StreamingClient client = connect(server, "client")) {
                client.publish("ticket:created", "first");
                List<String> received = client.receiveAll("ticket:created");
                await().atMost(StreamingClient.TIMEOUT)
                        .untilAsserted(() -> assertThat(received).containsExactly("first"));
            }
        }
    }

    @Test
    void disconnectsADeadClient() throws Exception {
        try (NatsStreamingServer server = start();
                StreamingClient client = connect(server, "mortal")) {
            assertThat(monitored(server, "/streaming/clientsz")).contains("mortal");

            client.cut();

            // 6 to 12 s on a quiet machine; with the settings of the server itself more than the budget of this wait
            await().atMost(StreamingClient.TIMEOUT)
                    .untilAsserted(() ->
                            assertThat(monitored(server, "/streaming/clientsz")).doesNotContain("mortal"));
        }
    }

    @Test
    void hasNoLimits() throws Exception {
        try (NatsStreamingServer server = start()) {
            assertThat(monitored(server, "/streaming/storez").replaceAll("\\s", ""))
                    .contains("\"max_channels\":0", "\"max_msgs\":0", "\"max_bytes\":0", "\"max_subscriptions\":0");
        }
    }

    @Test
    void stopsOnClose() {
        NatsStreamingServer server = start();

        server.close();

        assertThat(server.isRunning()).isFalse();
        assertThat(folder.resolve("store/nats-streaming-server.log")).content().contains("Server Exiting");
    }

    private NatsStreamingServer start() {
        return NatsStreamingServer.start(folder.resolve("cache"), folder.resolve("store"));
    }

    private static StreamingClient connect(NatsStreamingServer server, String clientId)
            throws IOException, InterruptedException {
        return StreamingClient.connect(server.url(), server.clusterId(), clientId);
    }

    private static String monitored(NatsStreamingServer server, String path) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(server.monitorUrl() + path))
                    .build();
            return http.send(request, BodyHandlers.ofString()).body();
        }
    }
}
