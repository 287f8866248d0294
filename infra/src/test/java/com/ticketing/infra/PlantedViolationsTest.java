package com.ticketing.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule can fail: each is shown a mistake that it must find. */
class PlantedViolationsTest {

    private static final String DEV = Manifests.yaml("overlays/dev");
    private static final String PROD = Manifests.yaml("overlays/prod");

    /** The rule's sentence, what is right, and the mistake in its place. */
    record Plant(String rule, String right, String wrong) {}

    static Stream<Plant> plants() {
        return Stream.of(
                new Plant("has all three probes", "(?s)livenessProbe:.*?(?=\n {8}name)", "workingDir: /"),
                new Plant("asks actuator's own groups, if it is a service", "health/readiness", "health"),
                new Plant("asks actuator's own groups, if it is a service", "port: management", "port: http"),
                new Plant("requests and limits CPU and memory", "memory: 512Mi", "ephemeral-storage: 512Mi"),
                new Plant("runs as somebody who is not root", "runAsNonRoot: true", "runAsNonRoot: false"),
                new Plant("runs as somebody who is not root", "runAsUser: 999", "runAsUser: 0"),
                new Plant("has a seccomp profile", "type: RuntimeDefault", "type: Unconfined"),
                new Plant("has no capabilities and can gain nothing", "- ALL", "- NET_RAW"),
                new Plant("has no capabilities and can gain nothing", "Escalation: false", "Escalation: true"),
                new Plant("has a read-only root file system", "RootFilesystem: true", "RootFilesystem: false"),
                new Plant("has an image with a tag that is not latest", "image: mongo:8", "image: mongo"),
                new Plant("has an image with a tag that is not latest", "image: mongo:8", "image: mongo:latest"),
                new Plant(
                        "has no token",
                        "(?m)^( {6})automountServiceAccountToken: false",
                        "$1automountServiceAccountToken: true"),
                new Plant(
                        "is not told of Services by variables",
                        "enableServiceLinks: false",
                        "enableServiceLinks: true"),
                new Plant("is replaced before it goes", "maxUnavailable: 0", "maxUnavailable: 1"),
                new Plant("is replaced before it goes", "GracePeriodSeconds: 120", "GracePeriodSeconds: 110"),
                new Plant("is replaced before it goes", "seconds: 5", "seconds: 1"),
                new Plant("is replaced before it goes", "value: PT65S", "value: PT60S"),
                new Plant("is spread over the nodes", "topologyKey: kubernetes.io/hostname", "topologyKey: rack"),
                new Plant(
                        "every service has a MongoDB of its own, by its name or from a Secret of its own",
                        "mongodb://orders-mongo:27017/orders",
                        "mongodb://tickets-mongo:27017/orders"),
                new Plant("MongoDB and the broker keep their data on a claim", "mountPath: /data", "mountPath: /lost"),
                new Plant(
                        "every workload has a ServiceAccount of its own, without a token",
                        "serviceAccountName: auth-mongo",
                        "serviceAccountName: auth"),
                new Plant(
                        "every workload has a ServiceAccount of its own, without a token",
                        "(?m)^automountServiceAccountToken: false",
                        "automountServiceAccountToken: true"),
                new Plant("everything has the recommended labels", "kubernetes.io/part-of:", "kubernetes.io/partof:"),
                new Plant(
                        "everything has the recommended labels",
                        "kubernetes.io/component: service",
                        "kubernetes.io/comp: service"),
                new Plant(
                        "everything is in a namespace that refuses what is not restricted",
                        "enforce: restricted",
                        "enforce: baseline"),
                new Plant(
                        "everything is in a namespace that refuses what is not restricted",
                        "namespace: ticketing",
                        "namespace: default"),
                new Plant("a Service finds its pods and their port", "targetPort: mongodb", "targetPort: mongo"),
                new Plant(
                        "keys and passwords come from Secrets, which are not in here",
                        "(?s)name: JWT_KEY\n {10}valueFrom:.*?name: jwt-secret",
                        "name: JWT_KEY\n          value: in the open"),
                new Plant("the broker forgets nothing and notices dead clients, as in the tests", "-mm=0", "-mm=9"),
                new Plant(
                        "the broker forgets nothing and notices dead clients, as in the tests",
                        "-st=FILE",
                        "-st=MEMORY"));
    }

    @ParameterizedTest
    @MethodSource("plants")
    void isFound(Plant plant) {
        assertThat(broken(RulesTest.FOR_ALL, DEV, plant)).contains(plant.rule());
    }

    static Stream<Plant> productionPlants() {
        return Stream.of(
                new Plant(
                        "every Deployment has two pods or more, and more under load",
                        "minReplicas: 2",
                        "minReplicas: 1"),
                new Plant("every Deployment has two pods or more, and more under load", "name: cpu", "name: memory"),
                new Plant(
                        "a drained node takes one pod of a Deployment at a time",
                        "(?m)^  maxUnavailable: 1",
                        "  maxUnavailable: 2"),
                new Plant(
                        "every route is https with a certificate of cert-manager's",
                        "cert-manager.io/",
                        "cert-mgr.io/"),
                new Plant(
                        "every route is https with a certificate of cert-manager's",
                        "- host: tickets.example.com",
                        "- host: www.example.com"),
                new Plant(
                        "secure cookies are not turned off",
                        "name: AUTH_TRUSTED_PROXIES",
                        "name: AUTH_SECURE_COOKIES"));
    }

    @ParameterizedTest
    @MethodSource("productionPlants")
    void isFoundInProduction(Plant plant) {
        assertThat(broken(ProductionRules.ALL, PROD, plant)).contains(plant.rule());
    }

    private static List<String> broken(List<Rule> rules, String yaml, Plant plant) {
        String planted = yaml.replaceAll(plant.right(), plant.wrong());
        assertThat(planted).as("there was something to replace").isNotEqualTo(yaml);
        Manifests manifests = Manifests.parse(planted);
        return rules.stream()
                .filter(rule -> rule.says().equals(plant.rule()))
                .filter(rule -> !rule.brokenBy(manifests).isEmpty())
                .map(Rule::says)
                .toList();
    }

    @Test
    void noRuleIsLeftOut() {
        List<Rule> rules = Stream.concat(RulesTest.FOR_ALL.stream(), ProductionRules.ALL.stream())
                .toList();

        assertThat(Stream.concat(plants(), productionPlants()).map(Plant::rule))
                .containsAll(rules.stream().map(Rule::says).toList());
    }
}
