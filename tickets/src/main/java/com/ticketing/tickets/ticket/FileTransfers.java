package com.ticketing.tickets.ticket;

import com.ticketing.common.errors.ApiException;
import com.ticketing.common.errors.CommonError;
import com.ticketing.common.limits.UserPermits;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
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
    private final UserPermits users = new UserPermits(1);

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
        try {
            withPermit(
                    users.enter(userId),
                    CommonError.TOO_MANY_REQUESTS,
                    () -> withPermit(permits, CommonError.TOO_BUSY, transfer));
        } finally {
            users.leave(userId);
        }
    }

    private static void withPermit(Semaphore permits, CommonError rejection, Transfer transfer) throws IOException {
        if (!isAcquired(permits)) {
            throw new ApiException(rejection).withRetryAfter(RETRY_AFTER);
        }
        try {
            transfer.run();
        } finally {
            permits.release();
        }
    }

    private static boolean isAcquired(Semaphore permits) {
        try {
            return permits.tryAcquire(MAX_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
