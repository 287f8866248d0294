package com.ticketing.servicetest;

import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.testsupport.Api;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The names and labels of the metrics that a service exposes to Prometheus. Dashboards and alerts depend on them, so a
 * file lists them; {@code -Dmetrics.write=true} writes it.
 */
public final class ExposedMetrics {

    private static final Path FILE = Path.of("src", "test", "resources", "metrics.txt");

    /** The list of services in the checkout's root folder. */
    private static final Path SERVICES = Path.of("..", "services");

    private static final String LABEL = "([a-z_]+)=\"(?:[^\"\\\\]|\\\\.)*\"";

    private static final Pattern SERIES = Pattern.compile("(?m)^([a-z_]+)(?:\\{((?:" + LABEL + ",?)*)})? ");

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
        Pattern listed = listed();
        return SERIES.matcher(text)
                .results()
                .filter(series -> listed.matcher(series.group(1)).matches())
                .map(series -> series.group(1) + labels(series.group(2)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String labels(@Nullable String labels) {
        return Pattern.compile(LABEL)
                .matcher(Objects.requireNonNullElse(labels, ""))
                .results()
                .map(label -> label.group(1))
                .sorted()
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** Matches the metrics of the suite and of requests, and those of the process that dashboards show. */
    private static Pattern listed() throws IOException {
        return Pattern.compile("(" + String.join("|", Files.readAllLines(SERVICES))
                + "|messaging|outbox|database|reads|writes)_.*"
                + "|(http_server_requests|stripe_requests)_.*"
                + "|jvm_memory_used_bytes|jvm_threads_live_threads|process_cpu_usage|process_uptime_seconds");
    }
}
