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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The openings are the arrows of the architecture's picture, and DNS, and not one more. */
class NetworkTest {

    private static final Map<String, String> CONTROLLER =
            Map.of("app.kubernetes.io/name", "ingress-nginx", "app.kubernetes.io/component", "controller");

    private static final String SERVICES_TO_BROKER_AND_DNS = """
            auth -> nats:4222
            auth -> dns:53
            tickets -> nats:4222
            tickets -> dns:53
            orders -> nats:4222
            orders -> dns:53
            expiration -> nats:4222
            expiration -> dns:53
            payments -> nats:4222
            payments -> dns:53
            """;

    private static final String ROUTES = """
            ingress -> auth:3000
            ingress -> tickets:3000
            ingress -> orders:3000
            ingress -> payments:3000
            ingress -> client:8080
            """;

    private static final String OWN_DATABASES = """
            auth -> auth-mongo:27017
            tickets -> tickets-mongo:27017
            orders -> orders-mongo:27017
            expiration -> expiration-mongo:27017
            payments -> payments-mongo:27017
            """;

    private static final String STRIPE = """
            payments -> internet:443
            """;

    @Test
    void theBaseHasThePicturesArrows() {
        assertThat(arrows("base", "ingress-nginx"))
                .isEqualTo(lines(SERVICES_TO_BROKER_AND_DNS + ROUTES + OWN_DATABASES + STRIPE));
    }

    @Test
    void devHasTheStandInForStripeInItsPlace() {
        assertThat(arrows("overlays/dev", "ingress-nginx"))
                .isEqualTo(lines(SERVICES_TO_BROKER_AND_DNS + ROUTES + OWN_DATABASES + """
                        payments -> stripe:8080
                        stripe -> payments:3000
                        stripe -> dns:53
                        ingress -> stripe:8080
                        """));
    }

    @Test
    void productionHasItsDatabasesElsewhere() {
        SortedSet<String> expected = lines(SERVICES_TO_BROKER_AND_DNS + ROUTES + STRIPE);
        for (String service : Services.ALL) {
            for (String database : List.of("internet", "internet6", "database-elsewhere", "stranger")) {
                expected.add(service + " -> " + database + ":27017");
            }
        }

        assertThat(arrows("overlays/prod", "ingress-nginx")).isEqualTo(expected);
    }

    @Test
    void gatewayApiHasAnotherProxyInFront() {
        assertThat(arrows("overlays/gateway-api", "envoy-gateway-system"))
                .isEqualTo(lines(SERVICES_TO_BROKER_AND_DNS + ROUTES + OWN_DATABASES + STRIPE));
        assertThat(arrows("overlays/gateway-api", "ingress-nginx")).noneMatch(arrow -> arrow.startsWith("ingress"));
    }

    @Test
    void theSmokeTestComesThroughTheIngress() {
        assertThat(arrows(
                        Manifests.yaml("base") + "\n---\n" + Manifests.yaml("smoke"),
                        peersOf("smoke", "ingress-nginx")))
                .contains("smoke -> ingress:8000", "smoke -> dns:53")
                .filteredOn(arrow -> arrow.startsWith("smoke"))
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "app.kubernetes.io/name: orders-mongo, app.kubernetes.io/component: database, orders -> auth-mongo:27017",
        "- auth, - expiration, ingress -> expiration:3000",
        "- port: 3000, - port: 9000, ingress -> auth:9000",
        "kubernetes.io/metadata.name: ingress-nginx, kubernetes.io/metadata.name: elsewhere, stranger -> client:8080",
        "- 10.0.0.0/8, - 11.0.0.0/8, payments -> database-elsewhere:443",
    })
    void aPlantedOpeningIsSeen(String right, String wrong, String arrow) {
        String base = Manifests.yaml("base");
        assertThat(base).contains(right);

        assertThat(arrows("base", "ingress-nginx")).doesNotContain(arrow);
        assertThat(arrows(planted(base, right, wrong), peersOf("base", "ingress-nginx")))
                .contains(arrow);
    }

    /** In the policies alone: the pods stay what they are. */
    private static String planted(String yaml, String right, String wrong) {
        StringBuilder all = new StringBuilder();
        for (String document : yaml.split("(?m)^---\n", -1)) {
            boolean policy = document.contains("kind: NetworkPolicy\n");
            all.append("---\n").append(policy ? document.replace(right, wrong) : document);
        }
        return all.toString();
    }

    private static SortedSet<String> arrows(String folder, String ingressNamespace) {
        return arrows(Manifests.yaml(folder), peersOf(folder, ingressNamespace));
    }

    private static SortedSet<String> arrows(String yaml, List<Peer> peers) {
        return new Network(Manifests.parse(yaml).all(NetworkPolicy.class)).arrows(peers);
    }

    private static List<Peer> peersOf(String folder, String ingressNamespace) {
        List<Peer> peers = new ArrayList<>();
        Manifests.of(folder).workloads().forEach(workload -> peers.add(Peer.of(workload)));
        List<ContainerPort> any = List.of(port("web", 443), port("db", 27017), port("any", 8443));
        peers.add(
                Peer.pod("ingress", ingressNamespace, CONTROLLER, List.of(port("http", 8000), port("metrics", 10254))));
        peers.add(Peer.pod(
                "dns", "kube-system", Map.of("k8s-app", "kube-dns"), List.of(port("dns", 53), port("metrics", 9153))));
        peers.add(Peer.pod("stranger", "elsewhere", CONTROLLER, any));
        peers.add(Peer.host("internet", "203.0.113.7", any));
        peers.add(Peer.host("internet6", "2001:db8::7", any));
        peers.add(Peer.host("database-elsewhere", "10.9.8.7", any));
        return peers;
    }

    private static ContainerPort port(String name, int number) {
        return new ContainerPortBuilder()
                .withName(name)
                .withContainerPort(number)
                .build();
    }

    private static SortedSet<String> lines(String text) {
        return new TreeSet<>(text.lines().toList());
    }
}
