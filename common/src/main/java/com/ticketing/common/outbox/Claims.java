package com.ticketing.common.outbox;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;
import org.springframework.data.mongodb.core.MongoOperations;

/** Makes and releases claims in the database. */
final class Claims {

    private final MongoOperations mongo;
    private final OutboxProperties properties;
    private final UnknownEntries unknownEntries;
    private final Clock clock;

    Claims(MongoOperations mongo, OutboxProperties properties, UnknownEntries unknownEntries, Clock clock) {
        this.mongo = mongo;
        this.properties = properties;
        this.unknownEntries = unknownEntries;
        this.clock = clock;
    }

    /** Returns the ids of unclaimed aggregates with due entries, at most one batch. */
    List<String> findClaimable(String collection) {
        return find(collection, isClaimable(clock.instant()));
    }

    /** Returns those of the given ids whose aggregates are unclaimed and have due entries. */
    List<String> findClaimable(String collection, Collection<String> ids) {
        return find(collection, Filters.and(Filters.in("_id", ids), isClaimable(clock.instant())));
    }

    private List<String> find(String collection, Bson filter) {
        List<String> ids = new ArrayList<>();
        fast(collection)
                .find(filter)
                .projection(Projections.include("_id"))
                .limit(properties.batch())
                .forEach(aggregate -> ids.add(aggregate.getString("_id")));
        return ids;
    }

    /** Claims those of the given aggregates that are still claimable. */
    List<Claim> claim(String collection, Collection<String> ids) {
        Instant now = clock.instant();
        ObjectId token = new ObjectId();
        Bson wanted = Filters.in("_id", ids);
        fast(collection).updateMany(Filters.and(wanted, isClaimable(now)), Claim.set(token, now, properties.lease()));
        List<Claim> claims = new ArrayList<>();
        List<DueEntries.Unknown> unknown = new ArrayList<>();
        fast(collection)
                .find(Filters.and(wanted, Filters.eq(Claim.TOKEN, token)))
                .projection(Projections.include(OutboxEntry.FIELD))
                .forEach(aggregate -> {
                    DueEntries due = DueEntries.in(aggregate, now);
                    claims.add(new Claim(collection, aggregate.getString("_id"), token, due.entries()));
                    unknown.addAll(due.unknown());
                });
        unknownEntries.postpone(fast(collection), unknown, now);
        return claims;
    }

    /**
     * Removes the published entries and the claims, in one statement if no write has met any of the claims. A claim
     * that has expired and was replaced by another process's claim is left alone, and so are its entries.
     *
     * @return whether any of the aggregates may have further due entries, because a write has met its claim
     */
    boolean release(String collection, Collection<Acknowledgement> batch) {
        Bson held = Claim.isHeld(batch);
        Bson release = Claim.release(batch);
        long unmet = fast(collection)
                .updateMany(Filters.and(held, Claim.isUnmet()), release)
                .getMatchedCount();
        if (unmet == batch.size()) {
            return false;
        }
        fast(collection).updateMany(held, release);
        return true;
    }

    private static Bson isClaimable(Instant now) {
        return Filters.and(Filters.lte(OutboxEntry.DUE, now), Claim.isUnclaimed(now));
    }

    /** Does not wait for a majority: a claim or a release that a failover loses is made again. */
    private MongoCollection<Document> fast(String collection) {
        return mongo.getCollection(collection).withWriteConcern(WriteConcern.W1);
    }
}
