package com.ticketing.common.messaging;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.ticketing.common.events.UnreadableEventException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/**
 * Counts the failures of messages and stores the parked ones, in the service's own database: the count survives a restart
 * and is shared by the processes of the service.
 */
class DeadLetters {

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
        return new Update().set("parkedAt", now).set("nextAttemptAt", now.plus(properties.retryParkedAfter()));
    }

    /** Makes the unreadable messages due: another version of the service may be able to read them. */
    void retryUnreadable() {
        mongo.updateMulti(
                query(parked().and("readable").is(false)),
                new Update().set("nextAttemptAt", clock.instant()),
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
                .set("failedAt", clock.instant());
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
        return mongo.find(query(parked()).with(Sort.by("parkedAt")).limit(MAX_LISTED), DeadLetter.class);
    }

    /** Claims the next parked message that is due. It is due again after {@code messaging.retry-parked-after}. */
    Optional<DeadLetter> claimDue() {
        return claim(query(parked().and("nextAttemptAt").lte(clock.instant())));
    }

    /** Claims a parked message for an attempt now. */
    Optional<DeadLetter> claim(String id) {
        return claim(query(parked().and("_id").is(id)));
    }

    private Optional<DeadLetter> claim(Query query) {
        Update update = new Update().set("nextAttemptAt", clock.instant().plus(properties.retryParkedAfter()));
        return Optional.ofNullable(mongo.findAndModify(query, update, DeadLetter.class));
    }

    void attemptFailed(String id, Throwable error) {
        Update update =
                new Update().inc("failures", 1).set("error", describe(error)).set("failedAt", clock.instant());
        mongo.updateFirst(byId(id), update, DeadLetter.class);
    }

    private static Criteria parked() {
        return where("parkedAt").exists(true);
    }

    private static Query byId(String id) {
        return query(where("_id").is(id));
    }

    private static String describe(Throwable error) {
        String description = error.toString();
        return description.length() <= MAX_ERROR_LENGTH ? description : description.substring(0, MAX_ERROR_LENGTH);
    }
}
