package com.ticketing.common.outbox;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** Stores the progress of republications. Its claims make the processes of a service take turns. */
final class Republications {

    /**
     * Longer than a batch takes. If a process ends during a batch, another process repeats that batch after this time.
     */
    private static final Duration LEASE = Duration.ofSeconds(30);

    private static final String NEXT_BATCH = "nextBatchAt";
    private static final String AFTER = "after";

    private final MongoOperations mongo;
    private final Clock clock;

    Republications(MongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    /** Starts a republication of the collection. Replaces one that is running: its batches have no effect any more. */
    void begin(String collection) {
        Instant now = clock.instant();
        Update start = new Update()
                .set("startedAt", now)
                .set(NEXT_BATCH, now)
                .set("published", 0L)
                .set("unreadable", 0L)
                .unset(AFTER)
                .unset("finishedAt");
        try {
            mongo.upsert(query(where("_id").is(collection)), start, Republication.class);
        } catch (DuplicateKeyException started) {
            // a concurrent call has inserted it
        }
    }

    List<Republication> all() {
        return mongo.find(new Query().with(Sort.by("_id")), Republication.class);
    }

    /** Claims the next batch of a republication, if one is due. */
    Optional<Republication> claimDue() {
        Instant now = clock.instant();
        return Optional.ofNullable(mongo.findAndModify(
                query(where(NEXT_BATCH).lte(now)), new Update().set(NEXT_BATCH, now.plus(LEASE)), Republication.class));
    }

    /** Records a batch. Has no effect if another process has repeated the batch in the meantime. */
    void advance(Republication claimed, String after, long published, long unreadable, Instant nextBatchAt) {
        Update progress = new Update()
                .set(AFTER, after)
                .set(NEXT_BATCH, nextBatchAt)
                .inc("published", published)
                .inc("unreadable", unreadable);
        mongo.updateFirst(claim(claimed), progress, Republication.class);
    }

    /** Returns the finished republication, or empty if another process continues it. */
    Optional<Republication> finish(Republication claimed) {
        return Optional.ofNullable(mongo.findAndModify(
                claim(claimed),
                new Update().set("finishedAt", clock.instant()).unset(NEXT_BATCH),
                FindAndModifyOptions.options().returnNew(true),
                Republication.class));
    }

    private static Query claim(Republication claimed) {
        return query(where("_id")
                .is(claimed.collection())
                .and("startedAt")
                .is(claimed.startedAt())
                .and(AFTER)
                .is(claimed.after()));
    }
}
