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

/** Takes and gives up claims in the database. */
final class Claims {

    private final MongoOperations mongo;
    private final OutboxProperties properties;
    private final Clock clock;

    Claims(MongoOperations mongo, OutboxProperties properties, Clock clock) {
        this.mongo = mongo;
        this.properties = properties;
        this.clock = clock;
    }

    /** Ids of aggregates with due entries that nobody is publishing, at most one batch. */
    List<String> free(String collection) {
        return find(collection, isFree(clock.instant()));
    }

    /** Those of the given aggregates that have due entries which nobody is publishing. */
    List<String> free(String collection, Collection<String> ids) {
        return find(collection, Filters.and(Filters.in("_id", ids), isFree(clock.instant())));
    }

    private List<String> find(String collection, Bson filter) {
        List<String> ids = new ArrayList<>();
        quick(collection)
                .find(filter)
                .projection(Projections.include("_id"))
                .limit(properties.batch())
                .forEach(aggregate -> ids.add(aggregate.getString("_id")));
        return ids;
    }

    /** Claims those of the given aggregates that are still free. */
    List<Claim> take(String collection, Collection<String> ids) {
        Instant now = clock.instant();
        ObjectId token = new ObjectId();
        Bson wanted = Filters.in("_id", ids);
        quick(collection).updateMany(Filters.and(wanted, isFree(now)), Claim.take(token, now, properties.lease()));
        List<Claim> taken = new ArrayList<>();
        quick(collection)
                .find(Filters.and(wanted, Filters.eq(Claim.TOKEN, token)))
                .projection(Projections.include(OutboxEntry.FIELD))
                .forEach(aggregate -> taken.add(
                        new Claim(collection, aggregate.getString("_id"), token, OutboxEntry.dueIn(aggregate, now))));
        return taken;
    }

    /** Removes the entries that were published and gives up the claims, in one statement: ids and tokens are unique. */
    void settle(String collection, Collection<Acknowledgement> batch) {
        quick(collection).updateMany(Claim.held(batch), Claim.settle(batch));
    }

    private static Bson isFree(Instant now) {
        return Filters.and(Filters.lte(OutboxEntry.DUE, now), Claim.isFree(now));
    }

    /** Claims and removals need no durability: what is lost of them is done again. */
    private MongoCollection<Document> quick(String collection) {
        return mongo.getCollection(collection).withWriteConcern(WriteConcern.W1);
    }
}
