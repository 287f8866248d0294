package com.ticketing.infra;

import static com.ticketing.infra.Monitoring.list;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

class MonitoringTest {

    @TempDir
    Path folder;

    @Test
    void theRulesAreValid() {
        assertThat(Monitoring.promtool(folder, Monitoring.prometheusRules(), "check", "rules", "alerts.yaml"))
                .contains("SUCCESS: " + Monitoring.alerts().size() + " rules found");
    }

    @Test
    void everyAlertFiresAndIsQuietAsItsCasesSay() {
        assertThat(Monitoring.promtool(folder, Monitoring.prometheusRules(), "test", "rules", "alerts-test.yaml"))
                .contains("SUCCESS");
    }

    @Test
    void detectsAPlantedWrongThreshold() {
        String planted = Monitoring.prometheusRules().replace("max(orders_oversold) > 0", "max(orders_oversold) > 1");

        assertThatThrownBy(() -> Monitoring.promtool(folder, planted, "test", "rules", "alerts-test.yaml"))
                .hasMessageEndingWith("test rules alerts-test.yaml failed");
    }

    @Test
    void everyAlertHasAFiringAndAQuietCase() {
        Map<String, String> cases = new TreeMap<>();
        Map<?, ?> file = new Yaml().load(Monitoring.tests());
        for (Object test : list(file.get("tests"))) {
            for (Object one : list(((Map<?, ?>) test).get("alert_rule_test"))) {
                Map<?, ?> alert = (Map<?, ?>) one;
                String kind = list(alert.get("exp_alerts")).isEmpty() ? "quiet" : "fires";
                cases.merge(alert.get("alertname").toString(), kind, (a, b) -> a + " " + b);
            }
        }

        assertThat(cases)
                .containsOnlyKeys(Monitoring.alerts().stream()
                        .map(alert -> alert.get("alert").toString())
                        .toList())
                .allSatisfy((alert, kinds) -> assertThat(kinds).as(alert).contains("fires", "quiet"));
    }

    @Test
    void everyAlertHasARunbook() {
        String page = Monitoring.alerts().stream()
                .map(alert -> ((Map<?, ?>) alert.get("annotations"))
                        .get("runbook_url")
                        .toString())
                .map(url -> "[runbook](operations.md" + url.substring(url.indexOf('#')) + ")")
                .collect(Collectors.joining("\n"));

        assertThat(Documents.ofCheckout().with("docs/planted.md", page).brokenLinks())
                .isEmpty();
    }

    static Stream<Path> dashboards() {
        return Monitoring.dashboards().stream();
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void aDashboardNamesOnlyExposedMetrics(Path dashboard) {
        assertThat(Monitoring.expressions(Checkout.read(dashboard)))
                .isNotEmpty()
                .allSatisfy(expression -> assertThat(Monitoring.metrics(expression))
                        .as(expression)
                        .isNotEmpty()
                        .isSubsetOf(Monitoring.exposed()));
    }

    @Test
    void alertsNameOnlyExposedMetrics() {
        assertThat(Monitoring.alerts())
                .allSatisfy(
                        alert -> assertThat(Monitoring.metrics(alert.get("expr").toString()))
                                .isNotEmpty()
                                .isSubsetOf(Monitoring.exposed()));
    }

    @Test
    void findsTheMetricsOfAnExpression() {
        assertThat(Monitoring.metrics("""
            60 * sum by (application, le) (rate(planted_total{outcome="declined"}[5m]))
              / sum without (pod) (other_count) > 0.05\
            """)).containsExactly("other_count", "planted_total");
    }

    @Test
    void onlyTheScraperReachesTheManagementPorts() {
        String policies = Stream.of(Monitoring.yaml().split("(?m)^---\n"))
                .filter(document -> document.contains("kind: NetworkPolicy\n"))
                .collect(Collectors.joining("---\n"));

        assertThat(NetworkTest.managementConnections(Manifests.parse(policies).all(NetworkPolicy.class)))
                .containsExactlyElementsOf(Services.ALL.stream()
                        .sorted()
                        .map(service -> "prometheus -> " + service + ":9000")
                        .toList());
    }

    @ParameterizedTest
    @FieldSource("com.ticketing.infra.Manifests#OVERLAYS")
    void noOverlayContainsTheComponent(String overlay) {
        assertThat(Manifests.yaml(overlay)).doesNotContain("PodMonitor", "PrometheusRule", "grafana_dashboard");
        assertThat(Monitoring.yaml()).contains("PodMonitor", "PrometheusRule", "grafana_dashboard");
    }
}
