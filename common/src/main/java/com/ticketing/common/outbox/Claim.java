package com.ticketing.common.outbox;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;

/**
 * The right to publish an aggregate's due entries, written into its document: while it lasts no other process publishes
 * them, so an aggregate's events leave in their order. A claim left by a crash runs out.
 */
record Claim(String collection, String aggregateId, ObjectId token, List<OutboxEntry> entries) {

    static final String FIELD = "outboxClaim";
    static final String TOKEN = FIELD + ".token";
    private static final String UNTIL = FIELD + ".until";

    static Bson isFree(Instant now) {
        return Filters.or(Filters.exists(FIELD, false), Filters.lt(UNTIL, now));
    }

    static Document value(ObjectId token, Instant now, Duration lease) {
        return new Document("token", token).append("until", Date.from(now.plus(lease)));
    }

    static Bson take(ObjectId token, Instant now, Duration lease) {
        return Updates.set(FIELD, value(token, now, lease));
    }

    /** Matches the documents of those claims that still hold. */
    static Bson held(Collection<Acknowledgement> batch) {
        return Filters.and(
                Filters.in("_id", each(batch, settled -> settled.claim().aggregateId())),
                Filters.in(TOKEN, each(batch, settled -> settled.claim().token())));
    }

    /** Removes what was published and gives up the claims. */
    static Bson settle(Collection<Acknowledgement> batch) {
        Bson release = Updates.unset(FIELD);
        List<ObjectId> published =
                batch.stream().flatMap(settled -> settled.published().stream()).toList();
        return published.isEmpty()
                ? release
                : Updates.combine(Updates.pull(OutboxEntry.FIELD, Filters.in("_id", published)), release);
    }

    private static <T> List<T> each(Collection<Acknowledgement> batch, Function<Acknowledgement, T> part) {
        return batch.stream().map(part).toList();
    }
}
