package com.ticketing.common.security;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names the routes that anonymous callers may use; all other routes require a signed-in caller. A service declares one
 * bean of this type, or none.
 *
 * <p>A route is named by the method and path pattern of its handler's mapping, for example {@code GET
 * /api/tickets/{id}}. It covers that handler alone: {@code GET /api/tickets/mine} has a handler of its own and stays
 * protected, although its path matches the pattern. A {@code GET} route includes {@code HEAD}.
 */
public record PublicRoutes(Set<String> routes) {

    private static final Pattern ROUTE = Pattern.compile("(GET|POST|PUT|PATCH|DELETE) /\\S*");

    public PublicRoutes {
        routes = Set.copyOf(routes);
        routes.forEach(PublicRoutes::requireRoute);
    }

    /**
     * Names the public routes.
     *
     * @throws IllegalArgumentException if a route is not a method and a path pattern
     */
    public static PublicRoutes of(String... routes) {
        return new PublicRoutes(Set.of(routes));
    }

    private static void requireRoute(String route) {
        if (!ROUTE.matcher(route).matches()) {
            throw new IllegalArgumentException("Not a method and a path pattern: " + route);
        }
    }
}
