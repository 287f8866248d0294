package com.ticketing.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ticketing.devservers.CacheFolder;
import com.ticketing.devservers.EmbeddedMongo;
import com.ticketing.devservers.FreePorts;
import com.ticketing.devservers.NatsStreamingServer;
import com.ticketing.testsupport.Api;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Starts the jar of each service with exactly the environment variables of its manifest. */
class ServiceStartIT {

    private static final EmbeddedMongo MONGO = EmbeddedMongo.inMemory(0);

    /** Determines only how long a failing test takes. */
    private static final Duration TIMEOUT = Duration.ofMinutes(10);

    /** The levels of log lines, and the prefix of the JVM's own warnings. */
    private static final Pattern WARNING = Pattern.compile("\\b(WARN|WARNING|ERROR|FATAL)\\b|VM warning");

    /** The optional keys that no manifest contains, by the service that logs that it starts without one. */
    private static final Map<String, String> OPTIONAL_KEYS =
            Map.of("orders", "ORDERS_PASS_KEYS", "tickets", "TICKETS_DELIVERY_KEY");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @BeforeAll
    static void requireJars() {
        assertThat(Services.ALL).allMatch(service -> Files.isRegularFile(PackagedService.jar(service)));
    }

    @AfterAll
    static void close() {
        MONGO.close();
    }

    @ParameterizedTest
    @FieldSource("com.ticketing.infra.Services#ALL")
    void aServiceLogsNoWarningAndNamesMissingOptionalKeysWhenItStartsAndStops(String service) throws Exception {
        try (NatsStreamingServer broker = NatsStreamingServer.start(CacheFolder.path(), folder.resolve("broker"))) {
            Map<String, String> environment = environment(service);
            String optional = OPTIONAL_KEYS.get(service);
            assertThat(environment.replace("NATS_URL", broker.url())).isNotNull();
            environment.put("NATS_CLUSTER_ID", broker.clusterId());
            // no proxy has connections to this process, for which a pod waits 65 s
            assertThat(environment.replace("SHUTDOWN_DRAIN", "PT0S")).isNotNull();
            int port = FreePorts.next();
            environment.put("MANAGEMENT_SERVER_PORT", Integer.toString(port));
            try (PackagedService started = PackagedService.start(service, folder, environment)) {
                await().atMost(TIMEOUT).until(() -> !started.process().isAlive() || isUp(port));

                started.process().destroy();

                assertThat(started.process().waitFor(TIMEOUT.toSeconds(), TimeUnit.SECONDS))
                        .isTrue();
                assertThat(started.output()).contains("Started ");
                assertThat(warnings(started.output())).isEmpty();
                if (optional != null) {
                    assertThat(environment).doesNotContainKey(optional);
                    assertThat(started.output()).contains("setting=" + optional + " reason=missing");
                }
            }
        }
    }

    @Test
    void detectsPlantedWarnings() {
        assertThat(warnings("""
                        2026-11-26T03:14:50.000Z  INFO 1 --- [orders] [main] c.t.orders.OrdersApplication : Started
                        2026-11-26T03:14:50.000Z  WARN 1 --- [orders] [main] c.t.orders.OrdersApplication : Vulnerable
                        {"@timestamp":"2026-11-26T03:14:50.000Z","log":{"level":"ERROR"},"message":"Request failed"}
                        WARNING: A restricted method in java.lang.System has been called
                        OpenJDK 64-Bit Server VM warning: Option was deprecated
                        """)).hasSize(4);
    }

    /** Returns whether the service and its connections to the database and the broker are up. */
    private static boolean isUp(int managementPort) {
        try {
            return new Api("http://127.0.0.1:" + managementPort)
                    .get("/actuator/health")
                    .json()
                    .path("status")
                    .asString()
                    .equals("UP");
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    private static List<String> warnings(String output) {
        return output.lines().filter(line -> WARNING.matcher(line).find()).toList();
    }

    @ParameterizedTest
    @CsvSource({"payments, STRIPE_KEY", "orders, JWT_KEY", "tickets, NATS_URL"})
    void aServiceNamesTheVariableThatIsMissing(String service, String variable) throws Exception {
        Map<String, String> environment = environment(service);
        assertThat(environment.remove(variable)).isNotNull();
        try (PackagedService started = PackagedService.start(service, folder, environment)) {
            assertThat(started.process().waitFor(TIMEOUT.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();

            assertThat(started.process().exitValue()).isNotZero();
            assertThat(started.output()).contains(variable);
        }
    }

    private static Map<String, String> environment(String service) throws IOException {
        return PackagedService.environment(service, MONGO.uri(service));
    }
}
