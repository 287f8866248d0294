package com.ticketing.common.combining;

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

    private final CallCombiner<BatchReader<E, V>, E, V> calls;
    private final Function<Set<E>, V> query;

    BatchReader(CallCombiner<BatchReader<E, V>, E, V> calls, Function<Set<E>, V> query) {
        this.calls = calls;
        this.query = query;
    }

    /** Returns the result of a query that begins after this call, for these elements and those of other reads. */
    public V read(Collection<E> elements) {
        return calls.call(this, elements, query);
    }
}
