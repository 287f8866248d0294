package com.ticketing.expiration.timer;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.ticketing.common.persistence.AggregateRepository;
import com.ticketing.common.persistence.AggregateStore;
import java.time.Instant;
import java.util.List;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.IndexDefinition;
import org.springframework.stereotype.Repository;

@Repository
class Timers extends AggregateRepository<Timer> {

    Timers(AggregateStore store) {
        super(Timer.class, store);
    }

    @Override
    protected List<IndexDefinition> ownIndexes() {
        return List.of(new Index().on(Timer.DELETE_AT, Direction.ASC));
    }

    /**
     * Deletes the timers whose retention has ended. A timer with an unpublished event stays, however late the event is.
     */
    long deleteEnded(Instant now) {
        return mongo().remove(
                        query(where(Timer.DELETE_AT).lt(now).and("outbox.0").exists(false)), Timer.class)
                .getDeletedCount();
    }
}
