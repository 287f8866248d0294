package com.ticketing.common.messaging;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.ticketing.common.events.UnreadableEventException;
import com.ticketing.common.persistence.IndexedCollection;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.IndexDefinition;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/**
 * Counts the failures of messages and stores the parked ones, in the service's own database: the count survives a
 * restart and is shared by the processes of the service. A message is removed when it is handled, or at the end of
 * {@code messaging.dead-letter-retention}.
 */
class DeadLetters implements IndexedCollection {

    private static final String PARKED_AT = "parkedAt";
    private static final String NEXT_ATTEMPT_AT = "nextAttemptAt";
    private static final String FAILED_AT = "failedAt";
    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);
    private static final int MAX_ERROR_LENGTH = 1_000;
    private static final int MAX_LISTED = 200;

    private final MongoOperations mongo;
    private final MessagingProperties properties;
    private final Clock clock;

    DeadLetters(MongoOperations mongo, MessagingProperties properties, Clock clock) {
        this.mongo = mongo;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public Class<?> type() {
        return DeadLetter.class;
    }

    /**
     * One index for the list, the count and the retention of parked messages, one for retries, one for the retention.
     */
    @Override
    public List<IndexDefinition> indexes() {
        return List.of(
                new Index().on(PARKED_AT, Sort.Direction.ASC).sparse(),
                new Index().on(NEXT_ATTEMPT_AT, Sort.Direction.ASC).sparse(),
                new Index().on(FAILED_AT, Sort.Direction.ASC));
    }

    /** Counts a failed delivery. Parks the message and returns true if it was the last allowed one. */
    boolean countFailure(ReceivedMessage message, Throwable error) {
        DeadLetter letter = record(message, error, true, new Update());
        if (letter.failures() < properties.maxDeliveries()) {
            return false;
        }
        mongo.updateFirst(byId(message.id()), park(), DeadLetter.class);
        return true;
    }

    void parkUnreadable(ReceivedMessage message, UnreadableEventException error) {
        record(message, error, false, park());
    }

    private Update park() {
        Instant now = clock.instant();
        return new Update().set(PARKED_AT, now).set(NEXT_ATTEMPT_AT, now.plus(properties.retryParkedAfter()));
    }

    /** Makes the unreadable messages due: another version of the service may be able to read them. */
    void retryUnreadable() {
        mongo.updateMulti(
                query(parked().and("readable").is(false)),
                new Update().set(NEXT_ATTEMPT_AT, clock.instant()),
                DeadLetter.class);
    }

    private DeadLetter record(ReceivedMessage message, Throwable error, boolean readable, Update update) {
        update.setOnInsert("channel", message.subject().channel())
                .setOnInsert("sequence", message.sequence())
                .setOnInsert("publishedAt", message.publishedAt())
                .setOnInsert("data", message.data())
                .setOnInsert("readable", readable)
                .inc("failures", 1)
                .set("error", describe(error))
                .set(FAILED_AT, clock.instant());
        return Objects.requireNonNull(mongo.findAndModify(
                byId(message.id()),
                update,
                FindAndModifyOptions.options().upsert(true).returnNew(true),
                DeadLetter.class));
    }

    /** Removes a message that was handled. */
    void remove(String id) {
        mongo.remove(byId(id), DeadLetter.class);
    }

    long countParked() {
        return mongo.count(query(parked()), DeadLetter.class);
    }

    /** Returns the parked messages, oldest first, at most 200. */
    List<DeadLetter> parkedLetters() {
        return mongo.find(query(parked()).with(Sort.by(PARKED_AT)).limit(MAX_LISTED), DeadLetter.class);
    }

    /** Claims the next parked message that is due. It is due again after {@code messaging.retry-parked-after}. */
    Optional<DeadLetter> claimDue() {
        return claim(query(where(NEXT_ATTEMPT_AT).lte(clock.instant())));
    }

    /** Claims a parked message for an attempt now. */
    Optional<DeadLetter> claim(String id) {
        return claim(query(parked().and("_id").is(id)));
    }

    private Optional<DeadLetter> claim(Query query) {
        Update update = new Update().set(NEXT_ATTEMPT_AT, clock.instant().plus(properties.retryParkedAfter()));
        return Optional.ofNullable(mongo.findAndModify(query, update, DeadLetter.class));
    }

    void attemptFailed(String id, Throwable error) {
        Update update =
                new Update().inc("failures", 1).set("error", describe(error)).set(FAILED_AT, clock.instant());
        mongo.updateFirst(byId(id), update, DeadLetter.class);
    }

    /**
     * Removes the messages whose retention has ended: parked ones after they were parked, others after the last
     * failure. A message that failed and was handled later can be one of the others, if the broker did not mark it as
     * redelivered.
     */
    void removeExpired() {
        Instant before = clock.instant().minus(properties.deadLetterRetention());
        long parked = mongo.remove(query(where(PARKED_AT).lt(before)), DeadLetter.class)
                .getDeletedCount();
        if (parked > 0) {
            log.error("Parked messages removed: count={} parkedBefore={}", parked, before);
        }
        mongo.remove(query(where(FAILED_AT).lt(before).and(PARKED_AT).exists(false)), DeadLetter.class);
    }

    /** A range, so that every server uses the index. */
    private static Criteria parked() {
        return where(PARKED_AT).gte(Instant.EPOCH);
    }

    private static Query byId(String id) {
        return query(where("_id").is(id));
    }

    private static String describe(Throwable error) {
        String description = error.toString();
        return description.length() <= MAX_ERROR_LENGTH ? description : description.substring(0, MAX_ERROR_LENGTH);
    }
}
