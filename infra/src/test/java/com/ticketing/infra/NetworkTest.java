package com.ticketing.infra;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.ContainerPortBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** The network policies allow exactly the connections of the diagram in README.md, and DNS. */
class NetworkTest {

    private static final Map<String, String> CONTROLLER =
            Map.of("app.kubernetes.io/name", "ingress-nginx", "app.kubernetes.io/component", "controller");

    /** A label of the pods that cert-manager starts for an HTTP-01 challenge, in the namespace of the Ingress. */
    private static final Map<String, String> ACME_SOLVER = Map.of("acme.cert-manager.io/http01-solver", "true");

    private static final String BROKER_AND_DNS = ofEveryService("""
        %1$s -> nats:4222
        %1$s -> dns:53
        """);

    private static final String ROUTES = """
        ingress -> auth:3000
        ingress -> tickets:3000
        ingress -> orders:3000
        ingress -> payments:3000
        ingress -> client:8080
        """;

    private static final String OWN_DATABASES = ofEveryService("""
        %1$s -> %1$s-mongo:27017
        """);

    private static final String STRIPE = """
        payments -> internet:443
        """;

    private static final String MAIL = """
            auth -> internet:443
            auth -> internet:465
            auth -> internet:587
            """;

    @Test
    void theBaseAllowsExactlyTheConnectionsOfTheDiagram() {
        assertThat(connections("base", "ingress-nginx"))
                .isEqualTo(lines(BROKER_AND_DNS + ROUTES + OWN_DATABASES + STRIPE + MAIL));
    }

    @Test
    void devConnectsPaymentsToTheStandInInsteadOfStripe() {
        assertThat(connections("overlays/dev", "ingress-nginx"))
                .isEqualTo(lines(BROKER_AND_DNS + ROUTES + OWN_DATABASES + MAIL + """
                        payments -> stripe:8080
                        stripe -> payments:3000
                        stripe -> dns:53
                        ingress -> stripe:8080
                        """));
    }

    @Test
    void prodConnectsServicesToExternalDatabases() {
        SortedSet<String> expected = lines(BROKER_AND_DNS + ROUTES + STRIPE + MAIL + """
                nats-streaming -> nats:4222
                nats-streaming -> nats:8222
                nats-streaming -> dns:53
                nats -> dns:53
                ingress -> acme-solver:8089
                """);
        for (String service : Services.ALL) {
            for (String database : List.of("internet", "internet6", "external-database", "other-pod")) {
                expected.add(service + " -> " + database + ":27017");
            }
        }

        assertThat(connections("overlays/prod", "ingress-nginx")).isEqualTo(expected);
    }

    @Test
    void gatewayApiAcceptsConnectionsFromItsOwnProxyOnly() {
        assertThat(connections("overlays/gateway-api", "envoy-gateway-system"))
                .isEqualTo(lines(BROKER_AND_DNS + ROUTES + OWN_DATABASES + STRIPE + MAIL));
        assertThat(connections("overlays/gateway-api", "ingress-nginx"))
                .noneMatch(connection -> connection.startsWith("ingress"));
    }

    @Test
    void theSmokeTestConnectsToTheIngressAndDnsOnly() {
        assertThat(connections(
                        Manifests.yaml("base") + "\n---\n" + Manifests.yaml("smoke"),
                        endpoints("smoke", "ingress-nginx")))
                .contains("smoke -> ingress:8000", "smoke -> dns:53")
                .filteredOn(connection -> connection.startsWith("smoke"))
                .hasSize(2);
    }

    /** Link-local addresses are private too, but no pod has one. */
    @ParameterizedTest
    @FieldSource("com.ticketing.infra.Services#ALL")
    void servicesTrustProxiesWithAnyPrivateAddress(String service) {
        Manifests base = Manifests.of("base");
        List<String> privateNetworks = base.all(NetworkPolicy.class).stream()
                .filter(policy -> policy.getMetadata().getName().equals("payments-to-stripe"))
                .flatMap(policy -> policy.getSpec().getEgress().getFirst().getTo().stream())
                .flatMap(peer -> peer.getIpBlock().getExcept().stream())
                .filter(network -> !network.equals("169.254.0.0/16"))
                .toList();

        String trusted =
                base.workload(service).variable("PROXIES_TRUSTED").orElseThrow().getValue();

        assertThat(privateNetworks).isNotEmpty();
        assertThat(trusted.split(",")).containsAll(privateNetworks);
    }

    @ParameterizedTest
    @CsvSource({
        "app.kubernetes.io/name: orders-mongo, app.kubernetes.io/component: database, orders -> auth-mongo:27017",
        "- auth, - expiration, ingress -> expiration:3000",
        "- port: 3000, - port: 9000, ingress -> auth:9000",
        "kubernetes.io/metadata.name: ingress-nginx, kubernetes.io/metadata.name: other, other-pod -> client:8080",
        "- 10.0.0.0/8, - 11.0.0.0/8, payments -> external-database:443",
    })
    void detectsAPlantedConnection(String right, String wrong, String connection) {
        String base = Manifests.yaml("base");
        assertThat(base).contains(right);

        assertThat(connections("base", "ingress-nginx")).doesNotContain(connection);
        assertThat(connections(replaceInPolicies(base, right, wrong), endpoints("base", "ingress-nginx")))
                .contains(connection);
    }

    /** Replaces text in the policies only, so that the pods keep their labels. */
    private static String replaceInPolicies(String yaml, String right, String wrong) {
        StringBuilder all = new StringBuilder();
        for (String document : yaml.split("(?m)^---\n", -1)) {
            boolean policy = document.contains("kind: NetworkPolicy\n");
            all.append("---\n").append(policy ? document.replace(right, wrong) : document);
        }
        return all.toString();
    }

    private static SortedSet<String> connections(String folder, String ingressNamespace) {
        return connections(Manifests.yaml(folder), endpoints(folder, ingressNamespace));
    }

    /**
     * Returns the connections to port 9000 that the policies allow, including those of a scraper in the namespace
     * "monitoring".
     */
    static List<String> managementConnections(List<NetworkPolicy> policies) {
        List<Endpoint> endpoints = endpoints("base", "ingress-nginx");
        Map<String, String> scraper = Map.of("app.kubernetes.io/name", "prometheus");
        endpoints.add(Endpoint.pod("prometheus", "monitoring", scraper, List.of(port("web", 9090))));
        endpoints.add(Endpoint.pod("grafana", "monitoring", CONTROLLER, List.of(port("web", 3000))));
        return new Network(policies)
                .connections(endpoints).stream()
                        .filter(connection -> connection.endsWith(":9000"))
                        .toList();
    }

    private static SortedSet<String> connections(String yaml, List<Endpoint> endpoints) {
        return new Network(Manifests.parse(yaml).all(NetworkPolicy.class)).connections(endpoints);
    }

    private static List<Endpoint> endpoints(String folder, String ingressNamespace) {
        List<Endpoint> endpoints = new ArrayList<>();
        Manifests.of(folder).workloads().forEach(workload -> endpoints.add(Endpoint.of(workload)));
        List<ContainerPort> any = List.of(
                port("web", 443), port("smtps", 465), port("submission", 587), port("db", 27017), port("any", 8443));
        endpoints.add(Endpoint.pod(
                "ingress", ingressNamespace, CONTROLLER, List.of(port("http", 8000), port("metrics", 10254))));
        endpoints.add(Endpoint.pod(
                "dns", "kube-system", Map.of("k8s-app", "kube-dns"), List.of(port("dns", 53), port("metrics", 9153))));
        endpoints.add(Endpoint.pod("acme-solver", "ticketing", ACME_SOLVER, List.of(port("solver", 8089))));
        endpoints.add(Endpoint.pod("other-pod", "other", CONTROLLER, any));
        endpoints.add(Endpoint.external("internet", "203.0.113.7", any));
        endpoints.add(Endpoint.external("internet6", "2001:db8::7", any));
        endpoints.add(Endpoint.external("external-database", "10.9.8.7", any));
        return endpoints;
    }

    private static ContainerPort port(String name, int number) {
        return new ContainerPortBuilder()
                .withName(name)
                .withContainerPort(number)
                .build();
    }

    private static String ofEveryService(String connections) {
        return Services.ALL.stream().map(connections::formatted).collect(Collectors.joining());
    }

    private static SortedSet<String> lines(String text) {
        return new TreeSet<>(text.lines().toList());
    }
}
