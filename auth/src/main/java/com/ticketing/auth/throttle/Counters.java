package com.ticketing.auth.throttle;

import com.ticketing.common.persistence.IndexedCollection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.IndexDefinition;
import org.springframework.data.repository.Repository;

/** The repository of counters; {@link CounterUpdates} changes them. */
interface Counters extends Repository<Counter, String>, IndexedCollection {

    @Override
    default Class<Counter> type() {
        return Counter.class;
    }

    @Override
    default List<IndexDefinition> indexes() {
        return List.of(new Index().on("expiresAt", Direction.ASC));
    }

    Optional<Counter> findById(String id);

    boolean existsById(String id);

    void deleteById(String id);

    void deleteByExpiresAtLessThanEqual(Instant now);
}
