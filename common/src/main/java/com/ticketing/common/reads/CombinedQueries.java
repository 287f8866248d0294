package com.ticketing.common.reads;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
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
 * Combines concurrent reads of the same key (request coalescing). While a query of a key runs, all reads of this key
 * that arrive share the next query, which gets the elements of all of them. A read never joins a query that has begun,
 * so its query begins after its arrival and returns every write that was acknowledged before.
 *
 * <p>Without a concurrent read of its key, a read runs its query at once and on its own thread. A shared query has a
 * thread of its own, so no reader depends on another one. If a query fails, exactly its own readers fail.
 *
 * <p>A shared query waits for the running one, but at most one second: a slow query or a dead connection does not stop
 * later reads. So a read takes at most one second longer than its query. The queries themselves must be bounded.
 */
final class CombinedQueries<K, E, V> {

    private static final Logger log = LoggerFactory.getLogger(CombinedQueries.class);
    private static final Duration MAX_WAIT = Duration.ofSeconds(1);

    /**
     * The latest query of each key. A query is removed when it ends, so there are no more entries than waiting reads.
     */
    private final Map<K, Query<E, V>> queries = new ConcurrentHashMap<>();

    private final Duration maxWait;
    private final Counter combined;

    /** Counts the reads without a query of their own as {@code reads.combined} with this name. */
    CombinedQueries(String name, MeterRegistry meters) {
        this(name, meters, MAX_WAIT);
    }

    CombinedQueries(String name, MeterRegistry meters, Duration maxWait) {
        this.maxWait = maxWait;
        this.combined = Counter.builder("reads.combined")
                .description("Reads that shared the query of another read")
                .tag("read", name)
                .register(meters);
    }

    /**
     * Returns the result of a query of this key that begins after this call and gets these elements, among others.
     *
     * @param query must return the same for all reads of the key with the same elements; its exceptions are thrown to
     *     all readers that share it
     */
    V read(K key, Collection<E> elements, Function<Set<E>, V> query) {
        Query<E, V> own = Query.of(query);
        Query<E, V> joined = queries.compute(key, (any, latest) -> {
            Query<E, V> next = latest == null || latest.begun ? own.after(latest) : latest;
            next.elements.addAll(elements);
            return next;
        });
        if (joined != own) {
            combined.increment();
            return joined.result();
        }
        Query<E, V> running = own.takePrevious();
        if (running == null) {
            run(key, own);
        } else {
            Thread.ofVirtual().name("combined-read").start(() -> {
                running.awaitEnd(maxWait);
                begin(key, own);
                run(key, own);
            });
        }
        return own.result();
    }

    /** Later reads of the key can no longer join the query. */
    private void begin(K key, Query<E, V> query) {
        queries.computeIfPresent(key, (any, latest) -> {
            query.begun = true;
            return latest;
        });
    }

    private void run(K key, Query<E, V> query) {
        query.run();
        queries.remove(key, query);
    }

    int size() {
        return queries.size();
    }

    private static final class Query<E, V> extends FutureTask<V> {

        /** Changed only while the map computes the key's entry, and only before the query begins. */
        private final Set<E> elements;

        /** The running query that this one waits for; null if there is none. */
        private @Nullable Query<E, V> previous;

        /** Read and written only while the map computes the key's entry. */
        private boolean begun;

        private Query(Set<E> elements, Callable<V> query) {
            super(query);
            this.elements = elements;
        }

        static <E, V> Query<E, V> of(Function<Set<E>, V> query) {
            Set<E> elements = new HashSet<>();
            return new Query<>(elements, () -> query.apply(elements));
        }

        Query<E, V> after(@Nullable Query<E, V> running) {
            previous = running;
            begun = running == null;
            return this;
        }

        /** Returns and removes the previous query; otherwise each query would keep all queries before it. */
        private @Nullable Query<E, V> takePrevious() {
            Query<E, V> taken = previous;
            previous = null;
            return taken;
        }

        void awaitEnd(Duration maxWait) {
            try {
                get(maxWait.toNanos(), TimeUnit.NANOSECONDS);
            } catch (ExecutionException | TimeoutException e) {
                log.debug("Next read begins after a failed or slow one", e);
            } catch (InterruptedException e) {
                throw new IllegalStateException("Nothing interrupts this thread", e);
            }
        }

        V result() {
            try {
                return get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new DataAccessResourceFailureException("Interrupted while waiting for a combined read", e);
            } catch (ExecutionException e) {
                if (e.getCause() instanceof Error error) {
                    throw error;
                }
                throw (RuntimeException) e.getCause();
            }
        }
    }
}
