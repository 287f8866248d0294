package com.ticketing.common.combining;

import io.micrometer.core.instrument.Counter;
import io.opentelemetry.context.Context;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Combines concurrent calls of the same key. While a statement of a key runs, all calls of this key that arrive share
 * the next statement, which gets the elements of all of them. A call never joins a statement that has begun, so its
 * statement begins after its arrival: a query returns every write that was acknowledged before.
 *
 * <p>Without a concurrent call of its key, a call runs its statement at once and on its own thread. A shared statement
 * has a thread of its own, so no caller depends on another one, and is part of its first caller's trace. If a statement
 * fails, exactly its own callers fail.
 *
 * <p>A shared statement waits for the running one, but only for a limited time: a slow statement or a dead connection
 * does not stop later calls. So a call takes at most this time longer than its statement. The statements themselves
 * must be bounded.
 */
final class CallCombiner<K, E, V> {

    private static final Logger log = LoggerFactory.getLogger(CallCombiner.class);

    /**
     * The latest statement of each key. A statement is removed when it ends, so there are no more entries than waiting
     * calls.
     */
    private final Map<K, Statement<E, V>> statements = new ConcurrentHashMap<>();

    private final Duration maxWait;
    private final Counter combined;

    /**
     * @param combined counts the calls without a statement of their own
     * @param maxWait how long a statement waits for the running one, at most
     */
    CallCombiner(Counter combined, Duration maxWait) {
        this.combined = combined;
        this.maxWait = maxWait;
    }

    /**
     * Returns the result of a statement of this key that begins after this call and gets these elements, among others.
     *
     * @param statement must do the same for all calls of the key with the same elements; its exceptions are thrown to
     *     all callers that share it
     */
    V call(K key, Collection<E> elements, Function<Set<E>, V> statement) {
        Statement<E, V> own = Statement.of(statement);
        Statement<E, V> joined = statements.compute(key, (any, latest) -> {
            Statement<E, V> next = latest == null || latest.begun ? own.after(latest) : latest;
            next.elements.addAll(elements);
            return next;
        });
        if (joined != own) {
            combined.increment();
            return joined.result();
        }
        Statement<E, V> running = own.takePrevious();
        if (running == null) {
            run(key, own);
        } else {
            Thread.ofVirtual()
                    .name("combined-statement")
                    .start(Context.current().wrap(() -> {
                        running.awaitEnd(maxWait);
                        begin(key, own);
                        run(key, own);
                    }));
        }
        return own.result();
    }

    /** Later calls of the key can no longer join the statement. */
    private void begin(K key, Statement<E, V> statement) {
        statements.computeIfPresent(key, (any, latest) -> {
            statement.begun = true;
            return latest;
        });
    }

    private void run(K key, Statement<E, V> statement) {
        statement.run();
        statements.remove(key, statement);
    }

    int size() {
        return statements.size();
    }

    private static final class Statement<E, V> extends FutureTask<V> {

        /** Changed only while the map computes the key's entry, and only before the statement begins. */
        private final Set<E> elements;

        /** The running statement that this one waits for; null if there is none. */
        private @Nullable Statement<E, V> previous;

        /** Read and written only while the map computes the key's entry. */
        private boolean begun;

        private Statement(Set<E> elements, Callable<V> statement) {
            super(statement);
            this.elements = elements;
        }

        static <E, V> Statement<E, V> of(Function<Set<E>, V> statement) {
            Set<E> elements = new HashSet<>();
            return new Statement<>(elements, () -> statement.apply(elements));
        }

        Statement<E, V> after(@Nullable Statement<E, V> running) {
            previous = running;
            begun = running == null;
            return this;
        }

        /** Returns and removes the previous statement; otherwise each statement would keep all those before it. */
        private @Nullable Statement<E, V> takePrevious() {
            Statement<E, V> taken = previous;
            previous = null;
            return taken;
        }

        void awaitEnd(Duration maxWait) {
            try {
                get(maxWait.toNanos(), TimeUnit.NANOSECONDS);
            } catch (ExecutionException | TimeoutException e) {
                log.debug("Next statement begins after a failed or slow one", e);
            } catch (InterruptedException e) {
                throw new IllegalStateException("Nothing interrupts this thread", e);
            }
        }

        V result() {
            try {
                return get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new DataAccessResourceFailureException("Interrupted while waiting for a combined statement", e);
            } catch (ExecutionException e) {
                if (e.getCause() instanceof Error error) {
                    throw error;
                }
                throw (RuntimeException) e.getCause();
            }
        }
    }
}
