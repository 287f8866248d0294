package com.ticketing.common.outbox;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
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

    /** Matches the document as long as this claim holds. */
    Bson holds() {
        return Filters.and(Filters.eq("_id", aggregateId), Filters.eq(TOKEN, token));
    }

    /** Removes what was published and gives up the claim. */
    static Bson settle(List<ObjectId> published) {
        Bson release = Updates.unset(FIELD);
        return published.isEmpty()
                ? release
                : Updates.combine(Updates.pull(OutboxEntry.FIELD, Filters.in("_id", published)), release);
    }
}
