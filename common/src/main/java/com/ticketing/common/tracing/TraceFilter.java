package com.ticketing.common.tracing;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;

/** Runs each request as a step of the trace its {@code traceparent} header names, or of a new one. */
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
