package com.ticketing.common.persistence;

import java.util.List;
import java.util.Map;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.IndexDefinition;

/**
 * Writes an aggregate's state and its events as one atomic single-document operation. After a write has returned, its
 * events are published at least once, even if this process ends at that moment.
 */
public interface AggregateStore {

    /** Returns the operations that queries of the same database use. */
    MongoOperations mongo();

    /** Returns the indexes that the store itself needs on each collection of aggregates. */
    List<IndexDefinition> indexes();

    /**
     * Inserts a new aggregate with version 0.
     *
     * @throws org.springframework.dao.DuplicateKeyException if a unique index rejects it
     */
    void insert(Aggregate aggregate, PendingEvents events);

    /**
     * Inserts new aggregates of one type with version 0, with one statement that is atomic for each of them.
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
