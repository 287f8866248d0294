package com.ticketing.infra;

import static java.util.Comparator.comparingInt;

import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Routes paths as Ingresses and HTTPRoutes do: the longest path wins; of equal ones, the exact match. */
record Routes(List<Route> all) {

    record Route(String path, boolean exact, String service) {

        boolean matches(String requestPath) {
            String prefix = path.equals("/") ? "" : path;
            return exact
                    ? requestPath.equals(path)
                    : requestPath.equals(prefix) || requestPath.startsWith(prefix + "/");
        }
    }

    static Routes of(Manifests manifests) {
        List<Route> routes = new ArrayList<>();
        for (Ingress ingress : manifests.all(Ingress.class)) {
            ingress.getSpec().getRules().stream()
                    .flatMap(rule -> rule.getHttp().getPaths().stream())
                    .map(path -> new Route(
                            path.getPath(),
                            path.getPathType().equals("Exact"),
                            path.getBackend().getService().getName()))
                    .forEach(routes::add);
        }
        for (HTTPRoute route : manifests.all(HTTPRoute.class)) {
            route.getSpec().getRules().stream()
                    .filter(rule -> !rule.getBackendRefs().isEmpty())
                    .map(rule -> new Route(
                            rule.getMatches().getFirst().getPath().getValue(),
                            rule.getMatches().getFirst().getPath().getType().equals("Exact"),
                            rule.getBackendRefs().getFirst().getName()))
                    .forEach(routes::add);
        }
        return new Routes(routes);
    }

    String serviceOf(String path) {
        return all.stream()
                .filter(route -> route.matches(path))
                .max(comparingInt((Route route) -> route.path().length())
                        .thenComparing(Comparator.comparing(Route::exact)))
                .map(Route::service)
                .orElse("no service");
    }
}
