package com.example.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ticketing.common.events.EventJson;
import com.ticketing.common.events.PaymentCreated;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.nats.client.Connection;
import io.nats.client.Nats;
import io.nats.streaming.NatsStreaming;
import io.nats.streaming.Options;
import java.io.File;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts the packaged service with a real broker and checks that it applies an event. */
class ConsumerIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration SOON = Duration.ofMinutes(5);

    @TempDir
    Path folder;

    private final MongoServer mongo = new MongoServer(new MemoryBackend());
    private final List<Process> started = new ArrayList<>();

    @Test
    void aPackagedConsumerStartsAndAppliesAnEvent() throws Exception {
        String given = System.getenv("TEST_NATS_URL");
        String natsUrl = given == null || given.isBlank() ? startBroker() : given;
        String cluster = System.getenv().getOrDefault("TEST_NATS_CLUSTER_ID", "ticketing");
        String prefix = "consumer-" + System.nanoTime() + "-";
        int port = freePort();
        int managementPort = freePort();
        start(
                "consumer",
                List.of(
                        System.getProperty("java.home") + "/bin/java",
                        "-Dcom.google.protobuf.error_on_unsafe_pre22_gencode",
                        "-jar",
                        "target/consumer.jar"),
                Map.of(
                        "SERVER_PORT", "" + port,
                        "MANAGEMENT_SERVER_PORT", "" + managementPort,
                        "SPRING_MONGODB_URI", mongo.bindAndGetConnectionString() + "/consumer",
                        "NATS_URL", natsUrl,
                        "NATS_CLUSTER_ID", cluster,
                        "NATS_CHANNEL_PREFIX", prefix,
                        "JWT_KEY", "a-key-for-this-test-only-of-32-bytes-or-more"));

        await().atMost(SOON)
                // the service is still starting
                .ignoreException(ConnectException.class)
                .untilAsserted(() -> assertThat(get(managementPort, "/actuator/health").body())
                        .contains("\"status\":\"UP\"")
                        .doesNotContain("DEGRADED"));
        assertThat(get(port, "/api/receipts/c1").statusCode()).isEqualTo(404);

        try (Connection nats = Nats.connect(natsUrl)) {
            var streaming = NatsStreaming.connect(cluster, prefix + "test", new Options.Builder().natsConn(nats).build());
            String json = EventJson.write(new PaymentCreated("d1", "c1", "pi_1", 0L), null);
            streaming.publish(prefix + "payment:created", json.getBytes(StandardCharsets.UTF_8));
            streaming.close();
        }
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(get(port, "/api/receipts/c1").body()).contains("pi_1"));
        assertThat(folder.resolve("consumer.log")).content().doesNotContain("Vulnerable protobuf");
    }

    @AfterEach
    void stop() throws InterruptedException {
        for (Process process : started.reversed()) {
            process.destroy();
            process.waitFor();
        }
        mongo.shutdownNow();
    }

    private String startBroker() throws IOException {
        int port = freePort();
        start(
                "broker",
                List.of("nats-streaming-server", "-a", "127.0.0.1", "-p", "" + port, "-cid", "ticketing"),
                Map.of());
        return "nats://127.0.0.1:" + port;
    }

    private void start(String name, List<String> command, Map<String, String> environment) throws IOException {
        File log = folder.resolve(name + ".log").toFile();
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log);
        builder.environment().putAll(environment);
        started.add(builder.start());
    }

    private HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        assertThat(started).as(this::logs).allMatch(Process::isAlive);
        URI uri = URI.create("http://localhost:" + port + path);
        return HTTP.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }

    private String logs() {
        try {
            return Files.readString(folder.resolve("consumer.log"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
