package com.ticketing.common.security;

import com.ticketing.common.routes.UnknownRoutes;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.RequestPath;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Matches requests by the route that Spring MVC will dispatch them to. Authorization and dispatch therefore cannot
 * disagree about the handler of a path. Filters that change a request's path must run before Spring Security.
 */
final class RouteResolver {

    private final Supplier<List<HandlerMapping>> mappings;

    /** @param mappings the dispatcher's handler mappings in its order; called once, at the first request */
    RouteResolver(Supplier<Stream<HandlerMapping>> mappings) {
        this.mappings = SingletonSupplier.of(() -> mappings.get()
                .filter(mapping -> !(mapping instanceof UnknownRoutes))
                .toList());
    }

    /**
     * Matches requests of the public routes and requests without a handler, which the dispatcher answers with 404, 405,
     * 406 or 415.
     */
    RequestMatcher openTo(PublicRoutes routes) {
        return request -> resolve(request).map(routes.routes()::contains).orElse(true);
    }

    private Optional<String> resolve(HttpServletRequest request) {
        RequestPath before = (RequestPath) request.getAttribute(ServletRequestPathUtils.PATH_ATTRIBUTE);
        ServletRequestPathUtils.parseAndCache(request);
        request.removeAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        try {
            return hasHandler(request) ? Optional.of(route(request)) : Optional.empty();
        } finally {
            ServletRequestPathUtils.setParsedRequestPath(before, request);
        }
    }

    private boolean hasHandler(HttpServletRequest request) {
        try {
            for (HandlerMapping mapping : mappings.get()) {
                if (mapping.getHandler(request) != null) {
                    return true;
                }
            }
            return false;
        } catch (ServletException e) {
            // the path is mapped, but not for this method or media type: the dispatcher fails the same way
            return false;
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("Handler lookup failed", e);
        }
    }

    private static String route(HttpServletRequest request) {
        String method = HttpMethod.HEAD.matches(request.getMethod()) ? HttpMethod.GET.name() : request.getMethod();
        return method + " " + request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    }
}
