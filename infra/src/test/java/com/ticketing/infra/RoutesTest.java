package com.ticketing.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Compares the routes with the request mappings of the services. */
class RoutesTest {

    @ParameterizedTest
    @FieldSource("com.ticketing.infra.Manifests#OVERLAYS")
    void everyRequestMappingHasARouteAndEveryRouteARequestMapping(String overlay) {
        assertThat(differences(Routes.of(Manifests.of(overlay)))).isEmpty();
    }

    @Test
    void pathsOutsideTheApiAreRoutedToThePage() {
        Routes routes = Routes.of(Manifests.of("base"));

        assertThat(List.of("/", "/orders/1", "/assets/a.js", "/api"))
                .allMatch(path -> routes.serviceOf(path).equals("client"));
    }

    @ParameterizedTest
    @CsvSource({
        "path: /api/orders, path: /api/order, /api/orders/{id} is routed to client",
        "path: /api/orders, path: /api/order, no controller answers /api/order",
        "name: payments, name: orders, /api/payments is routed to orders",
    })
    void detectsAPlantedDifference(String right, String wrong, String difference) {
        Manifests planted = Manifests.parse(Manifests.yaml("base").replace(right, wrong));

        assertThat(differences(Routes.of(planted))).anyMatch(found -> found.contains(difference));
    }

    private static List<String> differences(Routes routes) {
        List<String> differences = new ArrayList<>();
        for (String service : Services.ALL) {
            Set<String> mappings = RequestMappings.of(service);
            for (String mapping : mappings) {
                String target = routes.serviceOf(mapping.replaceAll("\\{[^/]*}", "5"));
                if (!target.equals(service)) {
                    differences.add(service + "'s " + mapping + " is routed to " + target);
                }
            }
            routes.all().stream()
                    .filter(route -> route.service().equals(service))
                    .filter(route -> mappings.stream().noneMatch(mapping -> answers(mapping, route)))
                    .forEach(route -> differences.add("no controller answers " + route.path()));
        }
        return differences;
    }

    private static boolean answers(String mapping, Routes.Route route) {
        return route.exact() ? route.path().matches(mapping.replaceAll("\\{[^/]*}", "[^/]+")) : route.matches(mapping);
    }
}
