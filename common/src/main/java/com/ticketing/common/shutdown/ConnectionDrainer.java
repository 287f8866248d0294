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
 * Has callers let go of their connections before the web server closes them. A proxy keeps connections open for its next
 * requests; one that the server closes at the very moment a request is sent on it loses that request, and a proxy may not
 * send a POST twice. An answer with {@code Connection: close} (RFC 9112, section 9.6) ends a connection without that race.
 */
final class ConnectionDrainer extends OncePerRequestFilter implements SmartLifecycle, Ordered {

    /** Above the web server's own graceful end, so that this is over when that begins. */
    static final int PHASE = DEFAULT_PHASE - 512;

    private final Duration time;
    private volatile boolean leaving;
    private volatile boolean running;

    ConnectionDrainer(Duration time) {
        this.time = time;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (leaving) {
            response.setHeader(HttpHeaders.CONNECTION, "close");
        }
        chain.doFilter(request, response);
    }

    /** Before every filter that may answer by itself. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public void start() {
        leaving = false;
        running = true;
    }

    @Override
    public void stop() {
        leaving = true;
        running = false;
        try {
            Thread.sleep(time);
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
