package com.ticketing.common.persistence;

import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.core.retry.RetryOperations;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;

/**
 * Retries operations that lost a race against another writer of the same document: the one policy for write conflicts.
 */
public final class WriteConflicts {

    /** Makes 20 attempts: enough for 20 writers that change one document at the same moment. */
    private static final int RETRIES = 19;

    /** Pauses for a random time of 1 to 20 ms, so that the writers do not collide again. */
    private static final Duration MIN_PAUSE = Duration.ofMillis(1);

    private static final Duration MAX_PAUSE = Duration.ofMillis(20);

    static final RetryPolicy POLICY = RetryPolicy.builder()
            .maxRetries(RETRIES)
            // the jitter only lengthens this delay: a pause is never shorter than the first delay
            .delay(MIN_PAUSE)
            .jitter(MAX_PAUSE.minus(MIN_PAUSE))
            .predicate(WriteConflicts::isConflict)
            .build();

    private static final RetryOperations TEMPLATE = new RetryTemplate(POLICY);

    private WriteConflicts() {}

    /**
     * Runs the operation until there is no write conflict, at most 20 times.
     *
     * @param operation loads the document it changes, so that every attempt sees the winner's state; a duplicate key is
     *     a conflict too, because the document that holds the key can be loaded
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
