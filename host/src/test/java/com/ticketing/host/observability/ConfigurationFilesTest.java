package com.ticketing.host.observability;

import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.host.running.RunningProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ConfigurationFilesTest {

    private static final Path ALERTS = Path.of("../infra/k8s/components/monitoring/alerts.yaml");

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init") // set before each test
    private ConfigurationFiles files;

    @BeforeEach
    void createFiles() {
        files = new ConfigurationFiles(folder);
    }

    @Test
    void prometheusScrapesEveryReplicaUnderItsName() throws IOException {
        JsonNode job = read(files.prometheus(List.of(replica("orders-1", 20001), replica("orders-2", 20002)), ALERTS))
                .path("scrape_configs")
                .path(0);

        assertThat(job.path("metrics_path").asString()).isEqualTo("/actuator/prometheus");
        assertThat(job.path("static_configs"))
                .extracting(target -> target.at("/labels/pod").asString() + " "
                        + target.at("/targets/0").asString())
                .containsExactly("orders-1 127.0.0.1:20001", "orders-2 127.0.0.1:20002");
    }

    @Test
    void prometheusEvaluatesTheAlertsOfTheCluster() throws IOException {
        JsonNode configuration = read(files.prometheus(List.of(), ALERTS));

        assertThat(read(Path.of(configuration.at("/rule_files/0").asString())).findValuesAsString("alert"))
                .contains("Oversell", "BrokerDown");
    }

    @Test
    void grafanaShowsTheDashboardsWithPrometheus() throws IOException {
        Path provisioning = files.grafana("http://127.0.0.1:20003", Path.of("/checkout/dashboards"));

        assertThat(read(provisioning.resolve("datasources/prometheus.yaml"))
                        .at("/datasources/0/url")
                        .asString())
                .isEqualTo("http://127.0.0.1:20003");
        assertThat(read(provisioning.resolve("dashboards/ticketing.yaml"))
                        .at("/providers/0/options/path")
                        .asString())
                .isEqualTo("/checkout/dashboards");
    }

    private static RunningProcess replica(String name, int managementPort) {
        return new RunningProcess(name, 1, "orders", 1, "http://127.0.0.1:" + managementPort);
    }

    private static JsonNode read(Path file) throws IOException {
        return JsonMapper.shared().valueToTree(new Yaml().<Object>load(Files.readString(file)));
    }
}
