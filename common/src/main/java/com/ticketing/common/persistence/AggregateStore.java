package com.ticketing.common.persistence;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.IndexDefinition;

/**
 * Reads aggregates, and writes each one's state and events as one atomic single-document operation. After a write has
 * returned, its events are published at least once, even if this process ends at that moment.
 */
public interface AggregateStore {

    /** Returns the operations that queries of the same database use. */
    MongoOperations mongo();

    /** Returns the indexes that the store itself needs on each collection of aggregates. */
    List<IndexDefinition> indexes();

    /**
     * Returns the stored aggregate. Concurrent calls share a query that begins after the last of them has arrived; each
     * gets its own object.
     */
    <T extends Aggregate> Optional<T> find(Class<T> type, String id);

    /**
     * Inserts a new aggregate with version 0.
     *
     * @throws org.springframework.dao.DuplicateKeyException if a unique index rejects it
     */
    void insert(Aggregate aggregate, PendingEvents events);

    /**
     * Inserts new aggregates of one type with version 0, with one statement that is atomic for each of them. Concurrent
     * calls share a statement. Some servers execute it in one transaction: two processes that insert the same values of
     * a unique index can then deadlock. Use {@link #insert} for aggregates with such values.
     *
     * @return those that a unique index rejects
     */
    List<Aggregate> insertAll(Map<? extends Aggregate, PendingEvents> aggregates);

    /**
     * Updates a loaded aggregate and increments its version.
     *
     * @throws org.springframework.dao.OptimisticLockingFailureException if its stored version is no longer the loaded
     *     one
     */
    void update(Aggregate aggregate, PendingEvents events);

    /**
     * Adds events to a loaded aggregate without a new version.
     *
     * @throws org.springframework.dao.OptimisticLockingFailureException if its stored version is no longer the loaded
     *     one
     */
    void append(Aggregate aggregate, PendingEvents events);
}
