package com.ticketing.common.persistence;

import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.core.retry.RetryOperations;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;

/** Retries operations that lost a race against another writer of the same document: the one policy for write conflicts. */
public final class WriteConflicts {

    /** Makes 20 attempts: enough for 20 writers that change one document at the same moment. */
    private static final int RETRIES = 19;

    /** Pauses for a random time of up to 20 ms, so that the writers do not collide again. */
    private static final Duration AVERAGE_PAUSE = Duration.ofMillis(10);

    private static final RetryOperations TEMPLATE = new RetryTemplate(RetryPolicy.builder()
            .maxRetries(RETRIES)
            .delay(AVERAGE_PAUSE)
            .jitter(AVERAGE_PAUSE)
            .predicate(WriteConflicts::isConflict)
            .build());

    private WriteConflicts() {}

    /**
     * Runs the operation until there is no write conflict, at most 20 times.
     *
     * @param operation loads the document it changes, so that every attempt sees the winner's state; a duplicate key is a
     *     conflict too, because the document that holds the key can be loaded
     * @throws OptimisticLockingFailureException if the last attempt found a newer version
     * @throws DuplicateKeyException if the last attempt found a duplicate key
     */
    public static <R> R retry(Supplier<R> operation) {
        return TEMPLATE.invoke(operation);
    }

    /** Runs an operation without a result as {@link #retry(Supplier)} does. */
    public static void retry(Runnable operation) {
        TEMPLATE.invoke(operation);
    }

    private static boolean isConflict(Throwable failure) {
        return failure instanceof OptimisticLockingFailureException || failure instanceof DuplicateKeyException;
    }
}
