package com.ticketing.payments;

import static org.awaitility.Awaitility.await;

import com.ticketing.devservers.FreePorts;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.SignedIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.core.env.Environment;

/** A second process of the service on the same database and channels, which can be paused and killed. */
public final class ServiceProcess {

    private static final Path LOG = Path.of("target", "second-process.log");
    private static final int ATTEMPTS = 3;

    private final Process process;
    private final String url;

    private ServiceProcess(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    /** Starts the process on free ports, again on others if another program takes one of them first. */
    public static ServiceProcess start(Environment environment) throws IOException {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            List<Integer> ports = FreePorts.next(2);
            Process process = run(environment, ports);
            Api management = new Api("http://localhost:" + ports.getLast());
            await().atMost(Duration.ofMinutes(3))
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> !process.isAlive() || isReady(management));
            if (process.isAlive()) {
                return new ServiceProcess(process, "http://localhost:" + ports.getFirst());
            }
        }
        throw new AssertionError("The process did not start, see " + LOG);
    }

    private static Process run(Environment environment, List<Integer> ports) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx160m",
                        "-jar",
                        Path.of("target", "payments.jar").toString())
                .redirectErrorStream(true)
                .redirectOutput(LOG.toFile());
        builder.environment()
                .putAll(Map.of(
                        "SERVER_PORT",
                        ports.getFirst().toString(),
                        "MANAGEMENT_SERVER_PORT",
                        ports.getLast().toString(),
                        "JWT_KEY",
                        SignedIn.KEY,
                        "STRIPE_KEY",
                        "sk_test_stand_in",
                        "STRIPE_READ_TIMEOUT",
                        "PT1M"));
        for (String setting : List.of(
                "spring.mongodb.uri", "nats.url", "nats.cluster-id", "nats.channel-prefix", "stripe.api-base")) {
            builder.environment()
                    .put(
                            setting.replace('.', '_').replace('-', '_').toUpperCase(java.util.Locale.ROOT),
                            environment.getRequiredProperty(setting));
        }
        return builder.start();
    }

    private static boolean isReady(Api management) {
        try {
            return management.get("/actuator/health/readiness").status() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    public Api as(String userId) {
        return new Api(url).as(SignedIn.as(userId, "buyer@test.com"));
    }

    public void pause() throws IOException, InterruptedException {
        signal("-STOP");
    }

    public void resume() throws IOException, InterruptedException {
        signal("-CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        int exit = new ProcessBuilder("kill", name, String.valueOf(process.pid()))
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IllegalStateException("kill " + name + " ended with " + exit);
        }
    }

    /** Ends the process at once, like a crash. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
