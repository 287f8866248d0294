package com.ticketing.infra;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The monitoring component: its alerts and dashboards, and the metrics that they name. */
final class Monitoring {

    private static final String FOLDER = "infra/k8s/components/monitoring/";

    /** The parts of an expression that are not metrics. */
    private static final Pattern NO_METRIC = Pattern.compile(
            "\\{[^}]*}|\\[[^]]*]|\\b(sum|min|max) *(by|without) *\\([^)]*\\)|\\b[a-z_]+(?= *\\()|\\b(and|or|unless)\\b");

    private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");

    private static final Pattern LABELS = Pattern.compile("\\b(?:by|without)\\s*\\(([^)]*)\\)|\\{([^}]*)}");

    private static final Pattern LABEL = Pattern.compile("\\w+");

    private static final Pattern AGGREGATION = Pattern.compile("\\b(sum|min|max|avg|count|group|quantile)\\b");

    private static final Pattern BY = Pattern.compile("\\bby *\\([^)]*\\)");

    private static final Pattern METRIC = Pattern.compile("[a-z][a-z_]{2,}");

    private Monitoring() {}

    /** Builds the base with the component. */
    static String yaml() {
        return Kustomize.buildWith("monitoring", "base");
    }

    static List<JsonNode> alerts() {
        return rules().path("groups")
                .valueStream()
                .flatMap(group -> group.path("rules").valueStream())
                .toList();
    }

    private static JsonNode rules() {
        return parse(Checkout.read(FOLDER + "alerts.yaml")).path("spec");
    }

    static JsonNode parse(String yaml) {
        return JsonMapper.shared().valueToTree(new Yaml().<Object>load(yaml));
    }

    /** Returns the rules in the format of Prometheus, without the Kubernetes object around them. JSON is YAML. */
    static String prometheusRules() {
        return rules().toString();
    }

    static List<Path> dashboards() {
        return Checkout.files(FOLDER + "dashboards");
    }

    static List<String> expressions(String dashboard) {
        JsonNode json = JsonMapper.shared().readTree(dashboard);
        Stream<String> panels = json.findValuesAsString("expr").stream();
        Stream<String> variables = json.path("templating")
                .path("list")
                .valueStream()
                .map(variable -> variable.path("query").path("query").asString(""))
                .filter(query -> !query.isEmpty())
                .map(query -> query.replaceFirst("label_values\\((\\w+), *(\\w+)\\)", "sum by ($2) ($1)"));
        return Stream.concat(panels, variables).toList();
    }

    static Set<String> metrics(String expression) {
        Set<String> metrics = new TreeSet<>();
        METRIC.matcher(NO_METRIC
                        .matcher(QUOTED.matcher(expression).replaceAll(""))
                        .replaceAll(" "))
                .results()
                .forEach(metric -> metrics.add(metric.group()));
        return metrics;
    }

    static Set<String> labels(String expression) {
        return LABELS.matcher(QUOTED.matcher(expression).replaceAll(""))
                .results()
                .map(part -> part.group(1) == null ? part.group(2) : part.group(1))
                .flatMap(part -> LABEL.matcher(part).results())
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Returns the labels of an expression's result: an aggregation keeps only those after {@code by}. Nested
     * aggregations are not supported.
     */
    static Set<String> keptLabels(String expression) {
        String unquoted = QUOTED.matcher(expression).replaceAll("");
        Set<String> kept = AGGREGATION.matcher(unquoted).find()
                ? labels(BY.matcher(unquoted).results().map(MatchResult::group).collect(Collectors.joining(" ")))
                : exposedLabels(metrics(unquoted));
        if (unquoted.contains("histogram_quantile")) {
            kept.remove("le");
        }
        return kept;
    }

    /** Returns the metrics that the services expose; their tests compare the files with the running services. */
    static Set<String> exposed() {
        return labelsByMetric().keySet();
    }

    /** Returns the labels that all of the metrics have, and {@code pod}, which the PodMonitor adds. */
    static Set<String> exposedLabels(Set<String> metrics) {
        Map<String, Set<String>> exposed = labelsByMetric();
        Set<String> labels =
                exposed.values().stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
        metrics.forEach(metric -> labels.retainAll(exposed.getOrDefault(metric, Set.of())));
        labels.add("pod");
        return labels;
    }

    /** Each line of the files is a metric with its labels: {@code orders_overdue{application}}. */
    private static Map<String, Set<String>> labelsByMetric() {
        Map<String, Set<String>> exposed = new TreeMap<>();
        Services.ALL.stream()
                .flatMap(service -> Checkout.read(service + "/src/test/resources/metrics.txt")
                        .lines())
                .forEach(
                        line -> exposed.computeIfAbsent(line.substring(0, line.indexOf('{')), metric -> new TreeSet<>())
                                .addAll(labels(line)));
        return exposed;
    }

    /** Runs promtool in a folder with the rules and their tests, and returns its output. */
    static String promtool(Path folder, String rules, String... arguments) {
        try {
            Files.writeString(folder.resolve("alerts.yaml"), rules);
            Files.writeString(folder.resolve("alerts-test.yaml"), tests());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> line = new ArrayList<>();
        line.add(Executables.find("promtool")
                .orElseThrow(() -> new IllegalStateException(
                        "promtool was not found. Install Prometheus, which contains it (Debian: prometheus)")));
        line.addAll(List.of(arguments));
        return Executables.run(new ProcessBuilder(line).directory(folder.toFile()), List.of(0));
    }

    /** Returns the unit tests of the alerts. */
    static String tests() {
        try (var file = Monitoring.class.getResourceAsStream("alerts-test.yaml")) {
            if (file == null) {
                throw new IllegalStateException("alerts-test.yaml is missing");
            }
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
