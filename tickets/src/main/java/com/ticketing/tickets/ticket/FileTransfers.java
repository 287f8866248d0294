package com.ticketing.tickets.ticket;

import com.ticketing.common.errors.ApiException;
import com.ticketing.common.errors.CommonError;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Limits the files in transfer, because each is in memory with its encrypted form: about 15 MB. */
@Component
class FileTransfers {

    private static final int MAX_TRANSFERS = 3;
    private static final Duration MAX_WAIT = Duration.ofSeconds(5);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final Semaphore permits = new Semaphore(MAX_TRANSFERS, true);

    interface Transfer {
        void run() throws IOException;
    }

    /**
     * Runs the transfer when there is a permit for it.
     *
     * @throws ApiException {@link CommonError#TOO_BUSY} if there is none for five seconds
     */
    void run(Transfer transfer) throws IOException {
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
