package com.ticketing.common.persistence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.IndexDefinition;

/**
 * Loads and saves aggregates of one type. Each save is one single-document write of the state and its events. It
 * succeeds only if the stored version is the loaded one, so of two concurrent writers one fails.
 *
 * <p>After a save has returned, its events are published at least once, even if this process ends at that moment.
 */
public abstract class AggregateRepository<T extends Aggregate> implements IndexedCollection {

    private final Class<T> type;
    private final AggregateStore store;

    protected AggregateRepository(Class<T> type, AggregateStore store) {
        this.type = type;
        this.store = store;
    }

    @Override
    public Class<T> type() {
        return type;
    }

    /** Returns {@link #ownIndexes} and those of the store. */
    @Override
    public List<IndexDefinition> indexes() {
        List<IndexDefinition> all = new ArrayList<>(ownIndexes());
        all.addAll(store.indexes());
        return all;
    }

    /** Returns the indexes for the queries and the uniqueness of this collection. */
    protected List<IndexDefinition> ownIndexes() {
        return List.of();
    }

    protected final MongoOperations mongo() {
        return store.mongo();
    }

    /**
     * Returns the stored aggregate. Concurrent calls share a query that begins after the last of them has arrived; each
     * gets its own object.
     */
    public Optional<T> find(String id) {
        return store.find(type, id);
    }

    /**
     * Saves a new or changed aggregate.
     *
     * @throws org.springframework.dao.DuplicateKeyException if a unique index rejects it
     * @throws OptimisticLockingFailureException if another writer has saved the aggregate since it was loaded
     */
    public T save(T aggregate) {
        if (aggregate.isNew()) {
            store.insert(aggregate, aggregate.pendingEvents());
        } else {
            store.update(aggregate, aggregate.pendingEvents());
        }
        aggregate.saved();
        return aggregate;
    }

    /**
     * Saves those of the new aggregates that are not saved already: an earlier attempt of the same request has created
     * them with the same ids and content. The collection must have no other unique index than that on the id. The
     * aggregates are as they were created in either case, regardless of later changes. If it fails halfway, a
     * repetition saves the rest.
     *
     * @return how many this call has saved
     * @throws org.springframework.dao.TransientDataAccessResourceException if the database has rejected some of them
     *     for the moment
     */
    public int saveAllOnce(Collection<T> aggregates) {
        List<T> known = insertAll(aggregates);
        known.forEach(Aggregate::saved);
        return aggregates.size() - known.size();
    }

    /**
     * Inserts new aggregates with one statement, which concurrent calls share. Some servers execute it in one
     * transaction: two processes that insert the same values of a unique index can then deadlock. Use {@link #save} for
     * aggregates with such values.
     *
     * @return those that a unique index rejects, usually that on the id
     */
    public List<T> insertAll(Collection<T> aggregates) {
        if (aggregates.isEmpty()) {
            return List.of();
        }
        Map<T, PendingEvents> events = new LinkedHashMap<>();
        aggregates.forEach(aggregate -> events.put(aggregate, aggregate.pendingEvents()));
        List<Aggregate> rejected = store.insertAll(events);
        events.keySet().removeAll(rejected);
        events.keySet().forEach(Aggregate::saved);
        return rejected.stream().map(type::cast).toList();
    }

    /**
     * Publishes the aggregate's current state again, with its current version. Consumers that have applied this version
     * ignore it.
     *
     * @return whether the aggregate exists and publishes anything in its state
     */
    public boolean republish(String id) {
        return WriteConflicts.retry(
                () -> find(id).filter(this::appendCurrentState).isPresent());
    }

    private boolean appendCurrentState(T aggregate) {
        aggregate.raiseCurrentState();
        PendingEvents events = aggregate.pendingEvents();
        if (events.raised().isEmpty()) {
            return false;
        }
        store.append(aggregate, events);
        aggregate.stored();
        return true;
    }
}
