package com.ticketing.orders.order;

import com.ticketing.common.errors.ApiException;
import com.ticketing.common.errors.CommonError;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Lets one request at a time of this process order a ticket. This is no guarantee, only fewer conflicts: the unique
 * index decides. Servers that store documents in PostgreSQL let concurrent inserts of one key wait for each other until
 * a deadlock is detected, about a second for each of them, see ADR 41.
 */
@Component
class TicketLocks {

    private static final int LOCKS = 256;

    /** Longer than any order takes whose database is available. */
    private static final Duration MAX_WAIT = Duration.ofSeconds(10);

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final ReentrantLock[] locks =
            Stream.generate(ReentrantLock::new).limit(LOCKS).toArray(ReentrantLock[]::new);

    /** An attempt to order a ticket. */
    interface Attempt<R> {

        /**
         * Runs while no other attempt for the ticket runs. If this one waited for another, the ticket probably has an
         * active order now.
         */
        R run(boolean waited);
    }

    /**
     * Runs the attempt while no other one of the same ticket runs.
     *
     * @throws ApiException 503 with Retry-After, before the attempt, if others run for 10 s
     */
    <R> R run(String ticketId, Attempt<R> attempt) {
        ReentrantLock lock = lock(ticketId);
        boolean waited = !lock.tryLock();
        if (waited && !tryLock(lock)) {
            throw new ApiException(CommonError.TOO_BUSY).withRetryAfter(RETRY_AFTER);
        }
        try {
            return attempt.run(waited);
        } finally {
            lock.unlock();
        }
    }

    /** Returns whether a request waits for the lock of the ticket. */
    boolean isAwaited(String ticketId) {
        return lock(ticketId).hasQueuedThreads();
    }

    private ReentrantLock lock(String ticketId) {
        return locks[Math.floorMod(ticketId.hashCode(), LOCKS)];
    }

    private static boolean tryLock(ReentrantLock lock) {
        try {
            return lock.tryLock(MAX_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
