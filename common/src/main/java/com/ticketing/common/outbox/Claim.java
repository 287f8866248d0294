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
 * The exclusive right of one process to publish the due entries of an aggregate, stored in the aggregate's document. It
 * keeps the aggregate's events in order. It expires after the lease, so a claim of a crashed process does not last.
 *
 * @param token identifies this claim; a later claim of the same aggregate has another token
 * @param entries the entries that were due when the claim was made
 */
record Claim(String collection, String aggregateId, ObjectId token, List<OutboxEntry> entries) {

    static final String FIELD = "outboxClaim";
    static final String TOKEN = FIELD + ".token";
    private static final String UNTIL = FIELD + ".until";

    /**
     * Present if due entries were stored without a claim since the last claim was made. It is no part of the claim, so
     * that it can be set whether or not there is one; every claim removes it.
     */
    static final String MET = "outboxClaimMet";

    /** Matches aggregates without a valid claim. */
    static Bson isUnclaimed(Instant now) {
        return Filters.or(Filters.exists(FIELD, false), Filters.lt(UNTIL, now));
    }

    static Document value(ObjectId token, Instant now, Duration lease) {
        return new Document("token", token).append("until", Date.from(now.plus(lease)));
    }

    static Bson set(ObjectId token, Instant now, Duration lease) {
        return Updates.combine(Updates.set(FIELD, value(token, now, lease)), Updates.unset(MET));
    }

    /** Makes the holder of the claim, in whichever process, look for further entries when it releases the claim. */
    static Bson meet() {
        return Updates.set(MET, true);
    }

    static Bson isUnmet() {
        return Filters.exists(MET, false);
    }

    /** Returns whether the document contains a claim that has not expired. */
    static boolean isIn(Document aggregate, Instant now) {
        Document claim = aggregate.get(FIELD, Document.class);
        return claim != null && !claim.getDate("until").toInstant().isBefore(now);
    }

    /** Matches the aggregates whose stored claim is still the acknowledged one. */
    static Bson isHeld(Collection<Acknowledgement> batch) {
        return Filters.and(
                Filters.in(
                        "_id",
                        each(batch, acknowledgement -> acknowledgement.claim().aggregateId())),
                Filters.in(
                        TOKEN,
                        each(batch, acknowledgement -> acknowledgement.claim().token())));
    }

    /** Removes the published entries and the claims. */
    static Bson release(Collection<Acknowledgement> batch) {
        Bson release = Updates.unset(FIELD);
        List<ObjectId> published = batch.stream()
                .flatMap(acknowledgement -> acknowledgement.published().stream())
                .toList();
        return published.isEmpty()
                ? release
                : Updates.combine(Updates.pull(OutboxEntry.FIELD, Filters.in("_id", published)), release);
    }

    private static <T> List<T> each(Collection<Acknowledgement> batch, Function<Acknowledgement, T> part) {
        return batch.stream().map(part).toList();
    }
}
