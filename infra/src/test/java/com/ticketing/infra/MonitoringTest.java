package com.ticketing.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

class MonitoringTest {

    @TempDir
    Path folder;

    @Test
    void theRulesAreValid() {
        assertThat(Monitoring.promtool(folder, Monitoring.prometheusRules(), "check", "rules", "alerts.yaml"))
                .contains("SUCCESS: " + Monitoring.alerts().size() + " rules found");
    }

    @Test
    void everyAlertPassesItsCases() {
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
        Monitoring.parse(Monitoring.tests())
                .path("tests")
                .valueStream()
                .flatMap(test -> test.path("alert_rule_test").valueStream())
                .forEach(alert -> cases.merge(
                        alert.path("alertname").asString(),
                        alert.path("exp_alerts").isEmpty() ? "quiet" : "fires",
                        (one, other) -> one + " " + other));

        assertThat(cases)
                .containsOnlyKeys(Monitoring.alerts().stream()
                        .map(alert -> alert.path("alert").asString())
                        .toList())
                .allSatisfy((alert, kinds) -> assertThat(kinds).as(alert).contains("fires", "quiet"));
    }

    @Test
    void everyAlertHasARunbook() {
        String page = Monitoring.alerts().stream()
                .map(alert -> alert.path("annotations").path("runbook_url").asString())
                .map(url -> "[runbook](operations.md" + url.substring(url.indexOf('#')) + ")")
                .collect(Collectors.joining("\n"));

        assertThat(Documents.ofCheckout().with("docs/planted.md", page).brokenLinks())
                .isEmpty();
    }

    @ParameterizedTest
    @FieldSource("com.ticketing.infra.Services#ALL")
    void aServiceWithoutProcessesIsNoticed(String service) {
        assertThat(Monitoring.alerts())
                .filteredOn(alert -> alert.path("alert").asString().equals("ServiceMissing"))
                .singleElement()
                .satisfies(alert -> assertThat(alert.path("expr").asString())
                        .contains("absent(database_connected{application=\"" + service + "\"})"));
    }

    static Stream<Path> dashboards() {
        return Monitoring.dashboards().stream();
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void aDashboardNamesOnlyExposedMetricsAndTheirLabels(Path dashboard) {
        assertThat(Monitoring.expressions(Checkout.read(dashboard)))
                .isNotEmpty()
                .allSatisfy(MonitoringTest::assertExposed);
    }

    @Test
    void alertsNameOnlyExposedMetricsAndTheirLabels() {
        assertThat(Monitoring.alerts())
                .allSatisfy(alert -> assertExposed(alert.path("expr").asString()));
    }

    private static void assertExposed(String expression) {
        Set<String> metrics = Monitoring.metrics(expression);
        assertThat(metrics).as(expression).isNotEmpty().isSubsetOf(Monitoring.exposed());
        assertThat(Monitoring.labels(expression)).as(expression).isSubsetOf(Monitoring.exposedLabels(metrics));
    }

    @Test
    void theTextOfAnAlertNamesOnlyLabelsThatItsExpressionKeeps() {
        Pattern named = Pattern.compile("\\$labels\\.([a-z_]+)");
        assertThat(Monitoring.alerts())
                .allSatisfy(alert -> assertThat(
                                named.matcher(alert.path("annotations").toString())
                                        .results())
                        .extracting(label -> label.group(1))
                        .isSubsetOf(Monitoring.keptLabels(alert.path("expr").asString())));
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void aLegendNamesOnlyLabelsThatItsExpressionKeeps(Path dashboard) {
        Pattern named = Pattern.compile("\\{\\{(\\w+)}}");
        assertThat(Monitoring.parse(Checkout.read(dashboard)).findParents("expr"))
                .isNotEmpty()
                .allSatisfy(panel -> assertThat(
                                named.matcher(panel.path("legendFormat").asString(""))
                                        .results())
                        .extracting(label -> label.group(1))
                        .isSubsetOf(Monitoring.keptLabels(panel.path("expr").asString())));
    }

    @Test
    void detectsAPlantedLabel() {
        assertExposed("sum by (pod) (orders_overdue{application=\"orders\"})");

        assertThatThrownBy(() -> assertExposed("sum by (planted) (orders_overdue)"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("planted");
    }

    @Test
    void anAggregationDropsTheLabelsOfItsSelectors() {
        assertThat(Monitoring.keptLabels("sum by (application) (rate(planted_total{outcome=\"failed\"}[5m])) > 0"))
                .containsExactly("application");
        assertThat(Monitoring.keptLabels("sum without (pod) (planted_total)")).isEmpty();
        assertThat(Monitoring.keptLabels("rate(orders_overdue{application=\"orders\"}[5m])"))
                .containsExactly("application", "pod");
    }

    @Test
    void findsTheLabelsOfAnExpression() {
        assertThat(Monitoring.labels("""
            60 * sum by (application, le) (rate(planted_total{outcome="declined",uri!="/api/{id},as"}[5m]))
              / sum without (pod) (other_count{})\
            """)).containsExactly("application", "le", "outcome", "pod", "uri");
    }

    @Test
    void findsTheMetricsOfAnExpression() {
        assertThat(Monitoring.metrics("""
            60 * sum by (application, le) (rate(planted_total{outcome="declined"}[5m]))
              / sum without (pod) (other_count) > 0.05
              and sum(increase(other_count[1h])) == 0\
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
