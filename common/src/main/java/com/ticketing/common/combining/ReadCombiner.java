package com.ticketing.common.combining;

import java.util.Set;
import java.util.function.Supplier;

/**
 * Combines concurrent reads of the same key: all reads that arrive while a query of the key runs share the next query.
 * A read never joins a query that has begun, so it returns every write that was acknowledged before. Without a
 * concurrent read of its key, a read runs its query at once. If a query fails, exactly its own readers fail.
 *
 * <p>A slow query delays later reads of its key by at most one second. The queries themselves must be bounded.
 */
public final class ReadCombiner<K, V> {

    private final CallCombiner<K, Void, V> calls;

    ReadCombiner(CallCombiner<K, Void, V> calls) {
        this.calls = calls;
    }

    /**
     * Returns the result of a query of this key that begins after this call.
     *
     * @param query must return the same for all reads of the key; its exceptions are thrown to all readers that share
     *     it
     */
    public V read(K key, Supplier<V> query) {
        return calls.call(key, Set.of(), none -> query.get());
    }

    int size() {
        return calls.size();
    }
}
