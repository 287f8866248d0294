package com.ticketing.common.shutdown;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Drains connections at shutdown, before the web server closes them. Proxies keep idle connections open. If the server
 * closes a connection while a request is on its way, the request is lost, and a proxy must not send a POST again. A
 * response with {@code Connection: close} (RFC 9112, section 9.6) ends the connection without this race.
 */
final class ConnectionDrainer extends OncePerRequestFilter implements SmartLifecycle, Ordered {

    /** Stops before the web server's graceful shutdown begins. */
    static final int PHASE = DEFAULT_PHASE - 512;

    private final Duration duration;
    private volatile boolean draining;
    private volatile boolean running;

    ConnectionDrainer(Duration duration) {
        this.duration = duration;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (draining) {
            response.setHeader(HttpHeaders.CONNECTION, "close");
        }
        chain.doFilter(request, response);
    }

    /** Runs before all filters that may respond themselves. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public void start() {
        draining = false;
        running = true;
    }

    @Override
    public void stop() {
        draining = true;
        running = false;
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
