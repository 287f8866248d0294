package com.ticketing.common.persistence;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/**
 * Corrects what older versions of the service have stored, batch by batch in the order of the ids. The progress is
 * stored, so that a restart continues it. Several processes may run it at once, because a correction is idempotent.
 *
 * <p>Older versions may store documents while they are replaced. The migration is therefore repeated until a pass has
 * corrected nothing and {@value #OVERLAP_HOURS} hours have passed since the first one began.
 */
public final class Migration {

    private static final Logger log = LoggerFactory.getLogger(Migration.class);
    private static final int BATCH = 200;

    /** Longer than a rollout takes. */
    private static final long OVERLAP_HOURS = 2;

    private final String name;
    private final MongoOperations mongo;
    private final Clock clock;
    private final Class<?> type;
    private final Criteria candidates;
    private final List<String> fields;
    private final ToLongFunction<List<Document>> correction;

    /**
     * Creates a migration.
     *
     * @param name identifies the stored progress
     * @param candidates the documents that may need a correction
     * @param fields the fields that the correction reads
     * @param correction corrects the documents of a batch that need it, and returns their number
     */
    public Migration(
            String name,
            MongoOperations mongo,
            Clock clock,
            Class<?> type,
            Criteria candidates,
            List<String> fields,
            ToLongFunction<List<Document>> correction) {
        this.name = name;
        this.mongo = mongo;
        this.clock = clock;
        this.type = type;
        this.candidates = candidates;
        this.fields = fields;
        this.correction = correction;
    }

    /** Corrects the next batch. Returns whether this pass has another one. */
    public boolean runBatch() {
        MigrationProgress progress = progress();
        if (progress.finishedAt() != null) {
            return false;
        }
        List<Document> batch =
                mongo.query(type).as(Document.class).matching(next(progress)).all();
        long corrected = correction.applyAsLong(batch);
        if (batch.size() == BATCH) {
            store(new Update()
                    .setOnInsert("startedAt", progress.startedAt())
                    .set("after", batch.getLast().getString("_id"))
                    .inc("corrected", corrected));
            return true;
        }
        endPass(progress, progress.corrected() + corrected);
        return false;
    }

    private MigrationProgress progress() {
        Instant now = clock.instant();
        return Optional.ofNullable(mongo.findById(name, MigrationProgress.class))
                .orElseGet(() -> new MigrationProgress(name, now, null, 0, null));
    }

    private Query next(MigrationProgress progress) {
        Criteria rest = progress.after() == null
                ? candidates
                : new Criteria().andOperator(where("_id").gt(progress.after()), candidates);
        Query query = query(rest).with(Sort.by("_id")).limit(BATCH);
        query.fields().include(fields);
        return query;
    }

    private void endPass(MigrationProgress progress, long corrected) {
        if (corrected > 0) {
            log.info("Migration pass completed: migration={} corrected={}", name, corrected);
        }
        Instant now = clock.instant();
        Update end = new Update().unset("after").set("corrected", 0L).setOnInsert("startedAt", progress.startedAt());
        boolean overlapOver = !now.isBefore(progress.startedAt().plus(Duration.ofHours(OVERLAP_HOURS)));
        store(corrected == 0 && overlapOver ? end.set("finishedAt", now) : end);
    }

    private void store(Update update) {
        mongo.upsert(query(where("_id").is(name)), update, MigrationProgress.class);
    }
}
