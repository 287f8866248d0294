package com.ticketing.common.reads;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.Set;
import java.util.function.Function;

/**
 * Combines concurrent reads of different elements: all reads that arrive while a query runs share the next query, which
 * reads the elements of all of them. A read never joins a query that has begun, so it returns every write that was
 * acknowledged before. Without a concurrent read, a read runs its query at once. If a query fails, exactly its own
 * readers fail.
 *
 * <p>A slow query delays later reads by at most one second. The query itself must be bounded.
 */
public final class BatchReader<E, V> {

    private final CombinedQueries<BatchReader<E, V>, E, V> queries;
    private final Function<Set<E>, V> query;

    /**
     * Creates a reader that counts the reads without a query of their own as {@code reads.combined} with its name.
     *
     * @param query its exceptions are thrown to all readers that share it
     */
    public BatchReader(String name, MeterRegistry meters, Function<Set<E>, V> query) {
        this.queries = new CombinedQueries<>(name, meters);
        this.query = query;
    }

    /** Returns the result of a query that begins after this call, for these elements and those of other reads. */
    public V read(Collection<E> elements) {
        return queries.read(this, elements, query);
    }
}
