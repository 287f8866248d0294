package com.ticketing.host.gateway;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Which service a path belongs to, read from the Ingress that the cluster uses. Its host is not looked at: on one
 * machine everything is localhost.
 */
public final class IngressRoutes {

    /** As Kubernetes orders them: the longest path first, and of two equal ones the exact one. */
    private static final Comparator<Route> PRECEDENCE = comparingInt(
                    (Route route) -> route.path().length())
            .reversed()
            .thenComparing(comparing(Route::exact).reversed());

    private final List<Route> routes;

    IngressRoutes(List<Route> routes) {
        this.routes = routes.stream().sorted(PRECEDENCE).toList();
    }

    public static IngressRoutes read(Path manifest) throws IOException {
        try (Reader reader = Files.newBufferedReader(manifest)) {
            return parse(reader);
        }
    }

    static IngressRoutes parse(Reader manifest) {
        List<Route> routes = new ArrayList<>();
        for (Object document : new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(manifest)) {
            YamlNode root = new YamlNode(document);
            if (root.text("kind").equals("Ingress")) {
                root.at("spec").list("rules").stream()
                        .flatMap(rule -> rule.at("http").list("paths").stream())
                        .map(IngressRoutes::route)
                        .forEach(routes::add);
            }
        }
        return new IngressRoutes(routes);
    }

    /** And this one path more, which only this machine has. */
    public IngressRoutes with(String path, String service) {
        List<Route> more = new ArrayList<>(routes);
        more.add(new Route(path, true, service));
        return new IngressRoutes(more);
    }

    /** The service that answers this path, if any does. */
    public Optional<String> serviceOf(String path) {
        return routes.stream()
                .filter(route -> route.matches(path))
                .map(Route::service)
                .findFirst();
    }

    private static Route route(YamlNode path) {
        String type = path.text("pathType");
        if (!type.equals("Prefix") && !type.equals("Exact")) {
            throw new IllegalArgumentException("The gateway knows the path types Prefix and Exact, not " + type);
        }
        return new Route(
                path.text("path"),
                type.equals("Exact"),
                path.at("backend").at("service").text("name"));
    }

    /** Reads a parsed manifest and says by name what is missing in it. */
    private record YamlNode(Object value) {

        YamlNode at(String key) {
            if (value instanceof Map<?, ?> map && map.get(key) != null) {
                return new YamlNode(map.get(key));
            }
            throw new IllegalArgumentException("The manifest lacks '" + key + "'");
        }

        String text(String key) {
            return String.valueOf(at(key).value);
        }

        List<YamlNode> list(String key) {
            if (at(key).value instanceof List<?> items) {
                return items.stream().map(item -> new YamlNode((Object) item)).toList();
            }
            throw new IllegalArgumentException("The manifest's '" + key + "' is not a list");
        }
    }
}
