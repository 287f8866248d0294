package com.ticketing.common.tracing;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;

/** Handles each request in a span of the trace in its {@code traceparent} header, or of a new trace. */
class TraceFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Trace trace = Trace.continued(Optional.ofNullable(request.getHeader("traceparent")));
        Trace.Scope scope = trace.open();
        try {
            chain.doFilter(request, response);
        } finally {
            scope.close();
        }
    }
}
