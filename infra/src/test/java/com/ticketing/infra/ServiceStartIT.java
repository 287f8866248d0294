package com.ticketing.infra;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.devservers.EmbeddedMongo;
import io.fabric8.kubernetes.api.model.EnvVar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Starts the jar of each service with exactly the environment variables of its manifest. */
class ServiceStartIT {

    private static final EmbeddedMongo MONGO = EmbeddedMongo.inMemory(0);
    private static final Manifests BASE = Manifests.of("base");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @BeforeAll
    static void requireJars() {
        assertThat(Services.ALL).allMatch(service -> Files.isRegularFile(jar(service)));
    }

    @AfterAll
    static void close() {
        MONGO.close();
    }

    @ParameterizedTest
    @FieldSource("com.ticketing.infra.Services#ALL")
    void aServiceStartsWithTheVariablesOfItsManifest(String service) throws Exception {
        Outcome outcome = start(service, environment(service));

        assertThat(outcome.status()).as(outcome.output()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"payments, STRIPE_KEY", "orders, JWT_KEY", "tickets, NATS_URL"})
    void aServiceNamesTheVariableThatIsMissing(String service, String variable) throws Exception {
        Map<String, String> environment = environment(service);
        assertThat(environment.remove(variable)).isNotNull();

        Outcome outcome = start(service, environment);

        assertThat(outcome.status()).isNotZero();
        assertThat(outcome.output()).contains(variable);
    }

    private record Outcome(int status, String output) {}

    /** Starts a service, which exits as soon as its context is complete. */
    private Outcome start(String service, Map<String, String> environment) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Dspring.context.exit=onRefresh",
                        "-jar",
                        jar(service).toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new Outcome(process.exitValue(), Files.readString(output, UTF_8));
    }

    private static Path jar(String service) {
        return Path.of("..", service, "target", service + ".jar");
    }

    /** Returns the variables as the kubelet would set them, except for the database address and the ports. */
    private static Map<String, String> environment(String service) {
        Map<String, String> environment = new HashMap<>();
        for (EnvVar variable : BASE.workload(service).container().getEnv()) {
            if (variable.getValueFrom() == null) {
                environment.put(variable.getName(), variable.getValue());
            } else if (variable.getValueFrom().getFieldRef() != null) {
                environment.put(variable.getName(), service + "-5d8f7c9b4-x2x7z");
            } else if (!Boolean.TRUE.equals(
                    variable.getValueFrom().getSecretKeyRef().getOptional())) {
                environment.put(variable.getName(), "sk_test_value_that_has_at_least_32_bytes");
            }
        }
        environment.replace("SPRING_MONGODB_URI", MONGO.uri(service));
        environment.put("SERVER_PORT", "0");
        environment.put("MANAGEMENT_SERVER_PORT", "0");
        return environment;
    }
}
