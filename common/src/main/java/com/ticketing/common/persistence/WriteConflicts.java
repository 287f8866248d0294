package com.ticketing.common.persistence;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;

/** Repeats a load-change-save that lost a race, from the load on. */
public final class WriteConflicts {

    private static final int ATTEMPTS = 20;
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(20);

    private WriteConflicts() {}

    /**
     * Runs the action until it meets no conflict, at most 20 times with short random pauses.
     *
     * @param action must load what it changes; a duplicate key counts as a conflict too, since the winner can be loaded
     * @throws OptimisticLockingFailureException or {@link DuplicateKeyException} if the last attempt lost as well
     */
    public static <R> R retry(Supplier<R> action) {
        for (int attempt = 1; ; attempt++) {
            try {
                return action.get();
            } catch (OptimisticLockingFailureException | DuplicateKeyException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                pause(e);
            }
        }
    }

    /** {@link #retry(Supplier)} for an action without a result. */
    public static void retry(Runnable action) {
        retry(() -> {
            action.run();
            return true;
        });
    }

    private static void pause(RuntimeException conflict) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE.toMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw conflict;
        }
    }
}
