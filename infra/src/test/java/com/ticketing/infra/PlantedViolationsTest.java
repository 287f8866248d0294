package com.ticketing.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Proves that every rule can fail: it must detect a violation that is planted in the manifests. */
class PlantedViolationsTest {

    private static final String DEV = Manifests.yaml("overlays/dev");
    private static final String PROD = Manifests.yaml("overlays/prod");
    private static final String GATEWAY_API = Manifests.yaml("overlays/gateway-api");

    /** A regular expression and the replacement that violates the rule. */
    record Violation(String rule, String right, String wrong) {}

    static Stream<Violation> violations() {
        return Stream.of(
                new Violation(
                        "every pod has startup, readiness and liveness probes",
                        "(?s)livenessProbe:.*?(?=\n {8}name)",
                        "tty: false"),
                new Violation("the probes of a service use Actuator's health groups", "health/readiness", "health"),
                new Violation("the probes of a service use Actuator's health groups", "port: management", "port: http"),
                new Violation(
                        "every container requests and limits CPU, memory and ephemeral storage",
                        "memory: 512Mi",
                        "hugepages-2Mi: 512Mi"),
                new Violation(
                        "every container requests and limits CPU, memory and ephemeral storage",
                        "ephemeral-storage: 32Mi",
                        "hugepages-2Mi: 32Mi"),
                new Violation("no pod runs as root", "runAsNonRoot: true", "runAsNonRoot: false"),
                new Violation("no pod runs as root", "runAsUser: 999", "runAsUser: 0"),
                new Violation("every pod has the default seccomp profile", "type: RuntimeDefault", "type: Unconfined"),
                new Violation("no container has or gains privileges", "- ALL", "- NET_RAW"),
                new Violation("no container has or gains privileges", "Escalation: false", "Escalation: true"),
                new Violation(
                        "every container has a read-only root file system",
                        "RootFilesystem: true",
                        "RootFilesystem: false"),
                new Violation("every image has a tag other than latest", "image: mongo:8", "image: mongo"),
                new Violation("every image has a tag other than latest", "image: mongo:8", "image: mongo:latest"),
                new Violation(
                        "no pod mounts a token of its ServiceAccount",
                        "(?m)^( {6})automountServiceAccountToken: false",
                        "$1automountServiceAccountToken: true"),
                new Violation(
                        "no pod gets environment variables for Services",
                        "enableServiceLinks: false",
                        "enableServiceLinks: true"),
                new Violation("a rolling update interrupts no request", "maxUnavailable: 0", "maxUnavailable: 1"),
                new Violation(
                        "a rolling update interrupts no request", "GracePeriodSeconds: 120", "GracePeriodSeconds: 110"),
                new Violation("a rolling update interrupts no request", "seconds: 5", "seconds: 1"),
                new Violation("a rolling update interrupts no request", "value: PT65S", "value: PT60S"),
                new Violation(
                        "the pods of a Deployment are spread over the nodes",
                        "topologyKey: kubernetes.io/hostname",
                        "topologyKey: rack"),
                new Violation(
                        "every service has its own MongoDB",
                        "mongodb://orders-mongo:27017/orders",
                        "mongodb://tickets-mongo:27017/orders"),
                new Violation("MongoDB and the broker use a persistent volume", "mountPath: /data", "mountPath: /lost"),
                new Violation(
                        "every workload has its own ServiceAccount without a token",
                        "serviceAccountName: auth-mongo",
                        "serviceAccountName: auth"),
                new Violation(
                        "every workload has its own ServiceAccount without a token",
                        "(?m)^automountServiceAccountToken: false",
                        "automountServiceAccountToken: true"),
                new Violation(
                        "every object has the recommended labels", "kubernetes.io/part-of:", "kubernetes.io/partof:"),
                new Violation(
                        "every object has the recommended labels",
                        "kubernetes.io/component: service",
                        "kubernetes.io/comp: service"),
                new Violation("every object is in a restricted namespace", "enforce: restricted", "enforce: baseline"),
                new Violation(
                        "every object is in a restricted namespace", "namespace: ticketing", "namespace: default"),
                new Violation(
                        "every Service selects one workload and its port", "targetPort: mongodb", "targetPort: mongo"),
                new Violation(
                        "keys and passwords come from Secrets",
                        "(?s)name: JWT_KEY\n {10}valueFrom:.*?name: jwt-secret",
                        "name: JWT_KEY\n          value: plain text"),
                new Violation("the broker has the settings of the tests and stores messages", "-mm=0", "-mm=9"),
                new Violation(
                        "the broker has the settings of the tests and stores messages", "-st=FILE", "-st=MEMORY"));
    }

    @ParameterizedTest
    @MethodSource("violations")
    void everyRuleDetectsItsViolation(Violation violation) {
        assertThat(violatedRules(RulesTest.FOR_ALL, DEV, violation)).contains(violation.rule());
    }

    static Stream<Violation> productionViolations() {
        return Stream.of(
                new Violation(
                        "every route uses TLS, unless cookies are not Secure",
                        "(?m)^  tls:(?:\\n  -.*(?:\\n    .*)*)+",
                        "  tls: []"),
                new Violation(
                        "every Deployment has at least two pods and scales by CPU load",
                        "minReplicas: 2",
                        "minReplicas: 1"),
                new Violation(
                        "every Deployment has at least two pods and scales by CPU load", "name: cpu", "name: memory"),
                new Violation(
                        "the start of a JVM does not look like load to the autoscaler",
                        "stabilizationWindowSeconds: 180",
                        "stabilizationWindowSeconds: 60"),
                new Violation(
                        "a drain evicts one pod of a Deployment at a time",
                        "(?m)^  maxUnavailable: 1",
                        "  maxUnavailable: 2"),
                new Violation(
                        "every route uses HTTPS with a certificate from cert-manager",
                        "cert-manager.io/",
                        "cert-mgr.io/"),
                new Violation(
                        "every route uses HTTPS with a certificate from cert-manager",
                        "- host: tickets.example.com",
                        "- host: www.example.com"),
                new Violation("cookies are Secure", "name: PROXIES_TRUSTED", "name: AUTH_SECURE_COOKIES"),
                new Violation(
                        "the suite's images are those of this version's release",
                        "image: ticketing/orders:.*",
                        "image: ticketing/orders:0.1.0"));
    }

    @ParameterizedTest
    @MethodSource("productionViolations")
    void everyProductionRuleDetectsItsViolation(Violation violation) {
        assertThat(violatedRules(ProductionRules.ALL, PROD, violation)).contains(violation.rule());
    }

    @ParameterizedTest
    @CsvSource({
        "protocol: HTTPS, protocol: HTTP",
        "(?s)certificateRefs:.*?name: ticketing-tls, mode: Terminate",
        "sectionName: https, sectionName: http",
        "sectionName: https, group: gateway.networking.k8s.io"
    })
    void theRuleAboutTlsDetectsAPlantedGateway(String right, String wrong) {
        String rule = ProductionRules.TLS.text();

        assertThat(violatedRules(List.of(ProductionRules.TLS), GATEWAY_API, new Violation(rule, right, wrong)))
                .containsExactly(rule);
    }

    @Test
    void theRuleAboutTlsAllowsPlainHttpForCookiesThatAreNotSecure() {
        assertThat(ProductionRules.TLS.violations(Manifests.parse(DEV))).isEmpty();
        assertThat(ProductionRules.TLS.violations(Manifests.of("base"))).isNotEmpty();
    }

    private static List<String> violatedRules(List<Rule> rules, String yaml, Violation violation) {
        String planted = yaml.replaceAll(violation.right(), violation.wrong());
        assertThat(planted).as("the manifests contain the text to replace").isNotEqualTo(yaml);
        Manifests manifests = Manifests.parse(planted);
        return rules.stream()
                .filter(rule -> rule.text().equals(violation.rule()))
                .filter(rule -> !rule.violations(manifests).isEmpty())
                .map(Rule::text)
                .toList();
    }

    @Test
    void everyRuleHasAPlantedViolation() {
        List<Rule> rules = Stream.concat(RulesTest.FOR_ALL.stream(), ProductionRules.ALL.stream())
                .toList();

        assertThat(Stream.concat(violations(), productionViolations()).map(Violation::rule))
                .containsAll(rules.stream().map(Rule::text).toList());
    }
}
