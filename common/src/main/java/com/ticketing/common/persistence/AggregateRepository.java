package com.ticketing.common.persistence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.IndexDefinition;

/**
 * Loads and stores aggregates of one type. Every write is one single-document operation that carries the events to
 * publish and is guarded by the version that was loaded, so two writers of the same state cannot both succeed.
 *
 * <p>After a write has returned, its events will be published at least once, whatever happens to this process.
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

    /** The indexes that this repository's queries and uniqueness need. */
    protected List<IndexDefinition> ownIndexes() {
        return List.of();
    }

    protected final MongoOperations mongo() {
        return store.mongo();
    }

    public Optional<T> find(String id) {
        return Optional.ofNullable(mongo().findById(id, type));
    }

    /**
     * Stores a new aggregate or a change of a loaded one.
     *
     * @throws org.springframework.dao.DuplicateKeyException if a unique index forbids it
     * @throws OptimisticLockingFailureException if the aggregate was changed since it was loaded
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
}
