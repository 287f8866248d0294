package com.ticketing.common.limits;

import com.ticketing.common.errors.CommonError;
import com.ticketing.common.errors.ErrorWriter;
import com.ticketing.common.security.CurrentUser;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Limits the requests in progress, because virtual threads set no limit. Excess requests wait and are then rejected.
 *
 * <p>A signed-in user has only a part of the permits. A request beyond it waits for another one of the same user, and
 * does not occupy a permit that another user could use.
 */
class ConcurrencyLimitFilter extends OncePerRequestFilter {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final Semaphore permits;
    private final UserPermits users;
    private final Duration wait;
    private final ErrorWriter errors;

    ConcurrencyLimitFilter(int limit, int limitPerUser, Duration wait, ErrorWriter errors) {
        this.permits = new Semaphore(limit);
        this.users = new UserPermits(limitPerUser);
        this.wait = wait;
        this.errors = errors;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Deadline deadline = new Deadline(System.nanoTime() + wait.toNanos());
        var caller = SecurityContextHolder.getContext().getAuthentication();
        if (caller != null && caller.getPrincipal() instanceof CurrentUser user) {
            try {
                withPermit(
                        users.enter(user.id()),
                        deadline,
                        response,
                        CommonError.TOO_MANY_REQUESTS,
                        () -> run(deadline, request, response, chain));
            } finally {
                users.leave(user.id());
            }
        } else {
            run(deadline, request, response, chain);
        }
    }

    private void run(Deadline deadline, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        withPermit(permits, deadline, response, CommonError.TOO_BUSY, () -> chain.doFilter(request, response));
    }

    /** The end of a request's wait for both of its permits. */
    private record Deadline(long nanoTime) {

        long remainingNanos() {
            return nanoTime - System.nanoTime();
        }
    }

    private interface Action {

        void run() throws ServletException, IOException;
    }

    private void withPermit(
            Semaphore source, Deadline deadline, HttpServletResponse response, CommonError rejection, Action action)
            throws ServletException, IOException {
        if (!tryAcquire(source, deadline)) {
            errors.write(response, rejection, RETRY_AFTER);
            return;
        }
        try {
            action.run();
        } finally {
            source.release();
        }
    }

    private static boolean tryAcquire(Semaphore source, Deadline deadline) {
        try {
            return source.tryAcquire(deadline.remainingNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
