package com.ticketing.common.reads;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Combines concurrent reads of the same key (request coalescing). While a query of a key runs, all reads of this key
 * that arrive share the next query. A read never joins a query that has begun, so its query begins after its arrival
 * and returns every write that was acknowledged before.
 *
 * <p>Without a concurrent read of its key, a read runs its query at once and on its own thread. A shared query has a
 * thread of its own, so no reader depends on another one. If a query fails, exactly its own readers fail.
 *
 * <p>A shared query waits for the running one, but at most one second: a slow query or a dead connection does not stop
 * later reads. So a read takes at most one second longer than its query. The queries themselves must be bounded.
 */
public final class ReadCombiner<K, V> {

    private static final Logger log = LoggerFactory.getLogger(ReadCombiner.class);
    private static final Duration MAX_WAIT = Duration.ofSeconds(1);

    /**
     * The latest query of each key. A query is removed when it ends, so there are no more entries than waiting reads.
     */
    private final Map<K, Query<V>> queries = new ConcurrentHashMap<>();

    private final Duration maxWait;
    private final Counter combined;

    /**
     * Creates a combiner that counts the reads without a query of their own as {@code reads.combined} with its name.
     */
    public ReadCombiner(String name, MeterRegistry meters) {
        this(name, meters, MAX_WAIT);
    }

    ReadCombiner(String name, MeterRegistry meters, Duration maxWait) {
        this.maxWait = maxWait;
        this.combined = Counter.builder("reads.combined")
                .description("Reads that shared the query of another read")
                .tag("read", name)
                .register(meters);
    }

    /**
     * Returns the result of a query of this key that begins after this call.
     *
     * @param query must return the same for all reads of the key; its exceptions are thrown to all readers that share
     *     it
     */
    public V read(K key, Supplier<V> query) {
        Query<V> own = new Query<>(query::get);
        Query<V> joined =
                queries.compute(key, (any, latest) -> latest == null || latest.begun ? own.after(latest) : latest);
        if (joined != own) {
            combined.increment();
            return joined.result();
        }
        Query<V> running = own.takePrevious();
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
    private void begin(K key, Query<V> query) {
        queries.computeIfPresent(key, (any, latest) -> {
            query.begun = true;
            return latest;
        });
    }

    private void run(K key, Query<V> query) {
        query.run();
        queries.remove(key, query);
    }

    int size() {
        return queries.size();
    }

    private static final class Query<V> extends FutureTask<V> {

        /** The running query that this one waits for; null if there is none. */
        private @Nullable Query<V> previous;

        /** Read and written only while the map computes the key's entry. */
        private boolean begun;

        Query(Callable<V> query) {
            super(query);
        }

        Query<V> after(@Nullable Query<V> running) {
            previous = running;
            begun = running == null;
            return this;
        }

        /** Forgets the previous query; otherwise each query would keep all queries before it. */
        private @Nullable Query<V> takePrevious() {
            Query<V> taken = previous;
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
