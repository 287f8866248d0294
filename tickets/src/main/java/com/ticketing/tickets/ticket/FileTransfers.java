package com.ticketing.tickets.ticket;

import com.ticketing.common.errors.ApiException;
import com.ticketing.common.errors.CommonError;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/**
 * Limits the files in transfer, because each is in memory with its encrypted form: about 15 MB. A user has one of them
 * at a time, so that slow transfers of one user do not stop all others.
 */
@Component
class FileTransfers {

    private static final int MAX_TRANSFERS = 3;
    private static final Duration MAX_WAIT = Duration.ofSeconds(5);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final Semaphore permits = new Semaphore(MAX_TRANSFERS, true);
    private final Set<String> users = new HashSet<>();
    private final ReentrantLock usersLock = new ReentrantLock();
    private final Condition userLeft = usersLock.newCondition();

    interface Transfer {
        void run() throws IOException;
    }

    /**
     * Runs the transfer when no other one of the user runs and there is a permit for it.
     *
     * @throws ApiException {@link CommonError#TOO_MANY_REQUESTS} if another one of the user does not end within five
     *     seconds, {@link CommonError#TOO_BUSY} if there is no permit for five seconds
     */
    void run(String userId, Transfer transfer) throws IOException {
        if (!enter(userId)) {
            throw new ApiException(CommonError.TOO_MANY_REQUESTS).withRetryAfter(RETRY_AFTER);
        }
        try {
            runWithPermit(transfer);
        } finally {
            leave(userId);
        }
    }

    private boolean enter(String userId) {
        long remaining = MAX_WAIT.toNanos();
        usersLock.lock();
        try {
            while (!users.add(userId)) {
                if (remaining <= 0) {
                    return false;
                }
                remaining = userLeft.awaitNanos(remaining);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            usersLock.unlock();
        }
    }

    private void leave(String userId) {
        usersLock.lock();
        try {
            users.remove(userId);
            userLeft.signalAll();
        } finally {
            usersLock.unlock();
        }
    }

    private void runWithPermit(Transfer transfer) throws IOException {
        if (!isAdmitted()) {
            throw new ApiException(CommonError.TOO_BUSY).withRetryAfter(RETRY_AFTER);
        }
        try {
            transfer.run();
        } finally {
            permits.release();
        }
    }

    private boolean isAdmitted() {
        try {
            return permits.tryAcquire(MAX_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
