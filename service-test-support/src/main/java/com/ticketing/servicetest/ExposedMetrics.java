package com.ticketing.servicetest;

import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.testsupport.Api;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The names of the metrics that a service exposes to Prometheus. Dashboards and alerts depend on them, so a file lists
 * them; {@code -Dmetrics.write=true} writes it.
 */
public final class ExposedMetrics {

    private static final Path FILE = Path.of("src", "test", "resources", "metrics.txt");

    /** The list of services in the checkout's root folder. */
    private static final Path SERVICES = Path.of("..", "services");

    private static final Pattern NAME = Pattern.compile("(?m)^([a-z_]+)(?=[{ ])");

    private ExposedMetrics() {}

    /** Checks the metrics of a service that has served a request. */
    public static void assertAsListed(int managementPort) {
        try {
            Set<String> exposed = exposed(managementPort);
            if (Boolean.getBoolean("metrics.write")) {
                Files.write(FILE, exposed);
            }
            assertThat(exposed)
                    .as("-Dmetrics.write=true writes %s", FILE)
                    .containsExactlyElementsOf(Files.readAllLines(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> exposed(int managementPort) throws IOException {
        String text = new Api("http://localhost:" + managementPort)
                .get("/actuator/prometheus")
                .expect(200)
                .text();
        Set<String> names = new TreeSet<>();
        NAME.matcher(text).results().map(match -> match.group(1)).forEach(names::add);
        names.removeIf(listed().asMatchPredicate().negate());
        return names;
    }

    /** Matches the metrics of the suite and of requests, and those of the process that dashboards show. */
    private static Pattern listed() throws IOException {
        return Pattern.compile("(" + String.join("|", Files.readAllLines(SERVICES))
                + "|messaging|outbox|database|reads|writes)_.*"
                + "|(http_server_requests|stripe_requests)_.*"
                + "|jvm_memory_used_bytes|jvm_threads_live_threads|process_cpu_usage|process_uptime_seconds");
    }
}
