package com.ticketing.auth.throttle;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.ticketing.common.persistence.WriteConflicts;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Changes counters atomically. */
@Component
class CounterUpdates {

    private final MongoOperations mongo;

    CounterUpdates(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** Adds 1, creating the counter if necessary, and returns the new count. */
    int increment(String id, Instant expiresAt) {
        Update update = new Update().inc("count", 1).set("expiresAt", expiresAt);
        // two concurrent upserts of a new counter can conflict
        return WriteConflicts.retry(() -> Objects.requireNonNull(mongo.findAndModify(
                        query(where("_id").is(id)),
                        update,
                        FindAndModifyOptions.options().upsert(true).returnNew(true),
                        Counter.class))
                .count());
    }

    /**
     * Replaces a counter if it has not changed since it was read.
     *
     * @param current the counter as it was read; null if there was none
     * @throws OptimisticLockingFailureException if the counter has changed
     * @throws DuplicateKeyException if there was no counter and another process has created it
     */
    void replace(@Nullable Counter current, Counter next) {
        if (current == null) {
            mongo.insert(next);
            return;
        }
        Update update = new Update().set("count", next.count()).set("expiresAt", next.expiresAt());
        if (next.blockedUntil() == null) {
            update.unset("blockedUntil");
        } else {
            update.set("blockedUntil", next.blockedUntil());
        }
        Query unchanged = query(where("_id")
                .is(current.id())
                .and("count")
                .is(current.count())
                .and("blockedUntil")
                .is(current.blockedUntil())
                .and("expiresAt")
                .is(current.expiresAt()));
        long matched = mongo.updateFirst(unchanged, update, Counter.class).getMatchedCount();
        if (matched == 0) {
            throw new OptimisticLockingFailureException("The counter has changed since it was read");
        }
    }
}
