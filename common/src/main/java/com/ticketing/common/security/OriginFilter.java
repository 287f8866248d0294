package com.ticketing.common.security;

import com.ticketing.common.errors.CommonError;
import com.ticketing.common.errors.ErrorWriter;
import com.ticketing.common.proxies.Proxies;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Rejects cross-site requests that have cookies and may change state. A browser names the requesting site in
 * {@code Origin} and {@code Sec-Fetch-Site}. Other clients send neither header and have no cookies that another site
 * could use. A page is of the same site if its origin is allowed by a setting, or if it is the host that the request
 * was sent to, as the request or a trusted proxy names it.
 */
class OriginFilter extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(OriginFilter.class);
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final int MAX_LOGGED = 200;

    private final List<Origin> allowed;
    private final Proxies proxies;
    private final ErrorWriter errors;

    OriginFilter(OriginProperties properties, Proxies proxies, ErrorWriter errors) {
        this.allowed = properties.origins();
        this.proxies = proxies;
        this.errors = errors;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean changesWithCookies =
                !SAFE.contains(request.getMethod()) && request.getHeader(HttpHeaders.COOKIE) != null;
        if (changesWithCookies && isForeign(request)) {
            logRejected(request);
            errors.write(response, CommonError.CROSS_SITE_REQUEST);
        } else {
            chain.doFilter(request, response);
        }
    }

    private boolean isForeign(HttpServletRequest request) {
        // browsers send at most one
        if (origins(request).size() > 1) {
            return true;
        }
        String sent = request.getHeader(HttpHeaders.ORIGIN);
        Optional<Origin> origin = Optional.ofNullable(sent).flatMap(Origin::parse);
        if (origin.filter(allowed::contains).isPresent()) {
            return false;
        }
        if ("cross-site".equals(request.getHeader("Sec-Fetch-Site"))) {
            return true;
        }
        return sent != null
                && origin.filter(page -> hosts(request).anyMatch(page::isServedBy))
                        .isEmpty();
    }

    private static List<String> origins(HttpServletRequest request) {
        return Collections.list(request.getHeaders(HttpHeaders.ORIGIN));
    }

    /** Returns the names of this service, as the browser may know it. */
    private Stream<String> hosts(HttpServletRequest request) {
        Optional<String> host = Optional.ofNullable(request.getHeader(HttpHeaders.HOST));
        Optional<String> forwardedHost = proxies.forwarded(request, "Host");
        Optional<String> withPort = proxies.forwarded(request, "Port")
                .flatMap(port -> forwardedHost.or(() -> host).map(name -> withoutPort(name) + ":" + port));
        return Stream.of(host, forwardedHost, withPort).flatMap(Optional::stream);
    }

    private static String withoutPort(String host) {
        int colon = host.lastIndexOf(':');
        return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
    }

    private void logRejected(HttpServletRequest request) {
        List<String> origins = origins(request);
        log.warn(
                "Cross-site request rejected: origin={} host={} forwardedHost={} forwardedPort={} fetchSite={}",
                printable(origins.isEmpty() ? null : String.join(",", origins)),
                printable(request.getHeader(HttpHeaders.HOST)),
                printable(proxies.forwarded(request, "Host").orElse(null)),
                printable(proxies.forwarded(request, "Port").orElse(null)),
                printable(request.getHeader("Sec-Fetch-Site")));
    }

    /** Shortens a value and replaces unprintable characters, because any client can send it. */
    private static @Nullable String printable(@Nullable String value) {
        return value == null
                ? null
                : value.substring(0, Math.min(MAX_LOGGED, value.length())).replaceAll("[^!-~]", "?");
    }
}
