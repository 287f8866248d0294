package com.ticketing.host.observability;

import com.ticketing.host.running.RunningProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** Writes the configuration of Prometheus and Grafana into a folder. */
record ConfigurationFiles(Path root) {

    /** Returns a folder for the files of a tool, created if necessary. */
    Path folder(String name) {
        try {
            return Files.createDirectories(root.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Configures Prometheus to scrape every replica and to evaluate the alerts. The dashboards distinguish replicas by
     * the label {@code pod}.
     *
     * @param prometheusRule the alerts, in an object for Kubernetes
     */
    Path prometheus(List<RunningProcess> services, Path prometheusRule) {
        List<Map<String, Object>> targets =
                services.stream().map(ConfigurationFiles::target).toList();
        Map<String, Object> job = Map.of(
                "job_name", "services",
                "metrics_path", "/actuator/prometheus",
                "static_configs", targets);
        return write(
                "prometheus.yaml",
                Map.of(
                        "global", Map.of("scrape_interval", "5s", "evaluation_interval", "5s"),
                        "rule_files", List.of(alerts(prometheusRule).toString()),
                        "scrape_configs", List.of(job)));
    }

    private static Map<String, Object> target(RunningProcess service) {
        URI management = URI.create(Objects.requireNonNull(service.management()));
        return Map.of("targets", List.of(management.getAuthority()), "labels", Map.of("pod", service.name()));
    }

    private Path alerts(Path prometheusRule) {
        try {
            Map<String, Object> object = new Yaml().load(Files.readString(prometheusRule));
            return write("alerts.yaml", Objects.requireNonNull(object.get("spec")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Configures Grafana to show the dashboards, and returns the folder of this configuration. */
    Path grafana(String prometheus, Path dashboards) {
        Map<String, Object> source = Map.of(
                "name", "Prometheus", "type", "prometheus", "access", "proxy", "isDefault", true, "url", prometheus);
        write(
                "grafana/provisioning/datasources/prometheus.yaml",
                Map.of("apiVersion", 1, "datasources", List.of(source)));
        Map<String, Object> provider =
                Map.of("name", "ticketing", "type", "file", "options", Map.of("path", dashboards.toString()));
        write(
                "grafana/provisioning/dashboards/ticketing.yaml",
                Map.of("apiVersion", 1, "providers", List.of(provider)));
        return root.resolve("grafana/provisioning");
    }

    private Path write(String name, Object document) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        Path file = root.resolve(name);
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            return Files.writeString(file, new Yaml(options).dump(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
