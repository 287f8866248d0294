package com.ticketing.common.combining;

import java.util.Collection;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Combines concurrent writes of different elements to the same target (group commit): all writes that arrive while a
 * statement runs share the next statement, which writes the elements of all of them. A write returns after its
 * statement, so what it acknowledges is stored. Without a concurrent write to its target, a write runs its statement at
 * once. If a statement fails, exactly its own writers fail.
 *
 * <p>A slow statement delays later writes by at most one second. The statement itself must be bounded.
 */
public final class BatchWriter<K, E> {

    private final CallCombiner<K, E, Set<E>> calls;
    private final BiConsumer<K, Set<E>> statement;

    BatchWriter(CallCombiner<K, E, Set<E>> calls, BiConsumer<K, Set<E>> statement) {
        this.calls = calls;
        this.statement = statement;
    }

    /** Returns after a statement that has written these elements, and those of other writes. */
    public void write(K target, Collection<E> elements) {
        calls.call(target, elements, all -> {
            statement.accept(target, all);
            return all;
        });
    }
}
