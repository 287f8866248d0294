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

/** The routes of the cluster's Ingress. Host names are ignored, because the gateway's host is always localhost. */
public final class IngressRoutes {

    /** The precedence in Kubernetes: the longest path first, and an exact one before a prefix of the same length. */
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

    /** Returns these routes and one more exact path, which the cluster does not have. */
    public IngressRoutes with(String path, String service) {
        List<Route> more = new ArrayList<>(routes);
        more.add(new Route(path, true, service));
        return new IngressRoutes(more);
    }

    /** Returns the service of the path. */
    public Optional<String> serviceOf(String path) {
        for (Route route : routes) {
            if (route.matches(path)) {
                return Optional.of(route.service());
            }
        }
        return Optional.empty();
    }

    private static Route route(YamlNode path) {
        String type = path.text("pathType");
        if (!type.equals("Prefix") && !type.equals("Exact")) {
            throw new IllegalArgumentException("The gateway supports the path types Prefix and Exact, not " + type);
        }
        return new Route(
                path.text("path"),
                type.equals("Exact"),
                path.at("backend").at("service").text("name"));
    }

    /** Reads a parsed manifest; an error names the missing key. */
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
