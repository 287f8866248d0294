package com.ticketing.common.limits;

import com.ticketing.common.errors.CommonError;
import com.ticketing.common.errors.ErrorWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.web.filter.OncePerRequestFilter;

/** Limits the requests in progress, because virtual threads set no limit. Excess requests wait and are then rejected. */
class ConcurrencyLimitFilter extends OncePerRequestFilter {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final Semaphore permits;
    private final Duration wait;
    private final ErrorWriter errors;

    ConcurrencyLimitFilter(int limit, Duration wait, ErrorWriter errors) {
        this.permits = new Semaphore(limit);
        this.wait = wait;
        this.errors = errors;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!tryEnter()) {
            errors.write(response, CommonError.TOO_BUSY, RETRY_AFTER);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            permits.release();
        }
    }

    private boolean tryEnter() {
        try {
            return permits.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
