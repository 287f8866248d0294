package com.ticketing.host.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IngressRoutesTest {

    private final IngressRoutes suite = IngressRoutes.read(Path.of("../infra/k8s/base/ingress.yaml"));

    IngressRoutesTest() throws IOException {}

    @ParameterizedTest
    @CsvSource({
        "/api/users, auth",
        "/api/users/, auth",
        "/api/users/signup, auth",
        "/api/users2, client",
        "/api/tickets/events, tickets",
        "/api/orders/1, orders",
        "/api/payments, payments",
        "/api, client",
        "/, client",
        "/orders/1, client"
    })
    void routesEveryPathOfTheSuite(String path, String service) {
        assertThat(suite.serviceOf(path)).contains(service);
    }

    @Test
    void anExactPathMatchesOnlyItself() {
        IngressRoutes routes =
                new IngressRoutes(List.of(new Route("/a", true, "exact"), new Route("/a/b", false, "b")));

        assertThat(routes.serviceOf("/a")).contains("exact");
        assertThat(routes.serviceOf("/a/")).isEmpty();
        assertThat(routes.serviceOf("/a/b/c")).contains("b");
    }

    @Test
    void theLongestPathWinsAndAnExactOneBeforeAPrefix() {
        IngressRoutes routes = new IngressRoutes(List.of(
                new Route("/", false, "root"),
                new Route("/a", false, "prefix"),
                new Route("/a", true, "exact"),
                new Route("/a/b", false, "longer")));

        assertThat(routes.serviceOf("/a")).contains("exact");
        assertThat(routes.serviceOf("/a/x")).contains("prefix");
        assertThat(routes.serviceOf("/a/b")).contains("longer");
        assertThat(routes.serviceOf("/b")).contains("root");
    }

    @Test
    void anAdditionalRouteIsOneExactPath() {
        IngressRoutes more = suite.with("/_stand-in/bank", "stripe");

        assertThat(more.serviceOf("/_stand-in/bank")).contains("stripe");
        assertThat(more.serviceOf("/_stand-in/payment_intents/1/authenticate")).contains("client");
        assertThat(more.serviceOf("/api/payments")).contains("payments");
        assertThat(suite.serviceOf("/_stand-in/bank")).contains("client");
    }

    @Test
    void namesTheMissingKeyOfAManifest() {
        StringReader manifest = new StringReader("kind: Ingress\nspec: {rules: [{http: {paths: [{path: /a}]}}]}");

        assertThatThrownBy(() -> IngressRoutes.parse(manifest)).hasMessageContaining("pathType");
    }
}
