package com.ticketing.common.security;

import com.ticketing.common.errors.CommonError;
import com.ticketing.common.errors.ErrorWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Rejects cross-site requests that have cookies and may change state. A browser names the requesting site in
 * {@code Origin} and {@code Sec-Fetch-Site}. Other clients send neither header and have no cookies that another site could
 * use.
 */
class OriginFilter extends OncePerRequestFilter {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final ErrorWriter errors;

    OriginFilter(ErrorWriter errors) {
        this.errors = errors;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean changesWithCookies =
                !SAFE.contains(request.getMethod()) && request.getHeader(HttpHeaders.COOKIE) != null;
        if (changesWithCookies && isForeign(request)) {
            errors.write(response, CommonError.CROSS_SITE_REQUEST);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isForeign(HttpServletRequest request) {
        if ("cross-site".equals(request.getHeader("Sec-Fetch-Site"))) {
            return true;
        }
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin != null && !isOwn(origin, request.getHeader(HttpHeaders.HOST));
    }

    private static boolean isOwn(String origin, @Nullable String host) {
        if (host == null) {
            return false;
        }
        try {
            URI uri = URI.create(origin);
            String defaultPort = "https".equals(uri.getScheme()) ? ":443" : ":80";
            String authority = uri.getAuthority();
            return authority != null && withoutPort(authority, defaultPort).equals(withoutPort(host, defaultPort));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String withoutPort(String authority, String defaultPort) {
        String lower = authority.toLowerCase(Locale.ROOT);
        return lower.endsWith(defaultPort) ? lower.substring(0, lower.length() - defaultPort.length()) : lower;
    }
}
