package com.ticketing.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What controllers answer is routed to them, and what is routed to them they answer. */
class RoutesTest {

    @ParameterizedTest
    @ValueSource(strings = {"base", "overlays/dev", "overlays/prod", "overlays/gateway-api"})
    void routesAreTheControllersMappings(String folder) {
        assertThat(differences(Routes.of(Manifests.of(folder)))).isEmpty();
    }

    @Test
    void whatIsNoApiIsThePage() {
        Routes routes = Routes.of(Manifests.of("base"));

        assertThat(List.of("/", "/orders/1", "/assets/a.js", "/api"))
                .allMatch(path -> routes.serviceOf(path).equals("client"));
    }

    @ParameterizedTest
    @CsvSource({
        "path: /api/orders, path: /api/order, /api/orders/{id} leads to client",
        "path: /api/orders, path: /api/order, nobody answers /api/order",
        "name: payments, name: orders, /api/payments leads to orders",
    })
    void aPlantedDifferenceIsSeen(String right, String wrong, String difference) {
        Manifests planted = Manifests.parse(Manifests.yaml("base").replace(right, wrong));

        assertThat(differences(Routes.of(planted))).anyMatch(found -> found.contains(difference));
    }

    private static List<String> differences(Routes routes) {
        List<String> differences = new ArrayList<>();
        for (String service : Services.ALL) {
            Set<String> mappings = ServiceClasses.of(service).mappings();
            for (String mapping : mappings) {
                String there = routes.serviceOf(mapping.replaceAll("\\{[^/]*}", "5"));
                if (!there.equals(service)) {
                    differences.add(service + "'s " + mapping + " leads to " + there);
                }
            }
            routes.all().stream()
                    .filter(route -> route.service().equals(service))
                    .filter(route -> mappings.stream().noneMatch(mapping -> answers(mapping, route)))
                    .forEach(route -> differences.add("nobody answers " + route.path()));
        }
        return differences;
    }

    private static boolean answers(String mapping, Routes.Route route) {
        return route.exact() ? route.path().matches(mapping.replaceAll("\\{[^/]*}", "[^/]+")) : route.matches(mapping);
    }
}
