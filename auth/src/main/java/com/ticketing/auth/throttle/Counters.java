package com.ticketing.auth.throttle;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.ticketing.common.persistence.IndexedCollection;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.IndexDefinition;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

@Repository
class Counters implements IndexedCollection {

    private static final String EXPIRES_AT = "expiresAt";

    private final MongoOperations mongo;

    Counters(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public Class<Counter> type() {
        return Counter.class;
    }

    @Override
    public List<IndexDefinition> indexes() {
        return List.of(new Index().on(EXPIRES_AT, Direction.ASC));
    }

    Optional<Counter> find(String id) {
        return Optional.ofNullable(mongo.findOne(query(where("_id").is(id)), Counter.class));
    }

    /**
     * Counts one more.
     *
     * @throws org.springframework.dao.DuplicateKeyException if two do so for the first time at once; try again
     */
    int increment(String id, Instant expiresAt) {
        Update update = new Update().inc("count", 1).set(EXPIRES_AT, expiresAt);
        return Objects.requireNonNull(mongo.findAndModify(
                        query(where("_id").is(id)),
                        update,
                        FindAndModifyOptions.options().upsert(true).returnNew(true),
                        Counter.class))
                .count();
    }

    /**
     * Puts a counter in the place of the one that was found, or of none.
     *
     * @return whether nobody was faster
     * @throws org.springframework.dao.DuplicateKeyException if somebody else added it first
     */
    boolean replace(@Nullable Counter found, Counter next) {
        if (found == null) {
            mongo.insert(next);
            return true;
        }
        Update update = new Update().set("count", next.count()).set(EXPIRES_AT, next.expiresAt());
        if (next.blockedUntil() == null) {
            update.unset("blockedUntil");
        } else {
            update.set("blockedUntil", next.blockedUntil());
        }
        return mongo.updateFirst(
                                query(where("_id").is(found.id()).and("count").is(found.count())),
                                update,
                                Counter.class)
                        .getMatchedCount()
                > 0;
    }

    void remove(String id) {
        mongo.remove(query(where("_id").is(id)), Counter.class);
    }

    void removeExpired(Instant now) {
        mongo.remove(query(where(EXPIRES_AT).lte(now)), Counter.class);
    }
}
