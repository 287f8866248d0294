package com.ticketing.common.outbox;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import com.mongodb.client.result.UpdateResult;
import com.ticketing.common.combining.Combining;
import com.ticketing.common.outbox.Insert.Outcome;
import com.ticketing.common.persistence.Aggregate;
import com.ticketing.common.persistence.AggregateStore;
import com.ticketing.common.persistence.CombinedFinds;
import com.ticketing.common.persistence.PendingEvents;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.IndexDefinition;

/**
 * Writes an aggregate and its events in one single-document operation. If the document is unclaimed, as it nearly
 * always is, the same operation claims it for this process, and the {@link Relay} publishes the events without another
 * round trip to the database.
 */
class Outbox implements AggregateStore {

    static final String VERSION = "version";

    /**
     * The maximum number of unpublished events of one aggregate. They accumulate while the broker is not available, and
     * the database limits the size of a document.
     */
    static final int MAX_ENTRIES = 1_000;

    private static final String LAST_ENTRY = OutboxEntry.FIELD + "." + (MAX_ENTRIES - 1);

    private static final FindOneAndUpdateOptions RETURNING_CLAIM = new FindOneAndUpdateOptions()
            .projection(Projections.include(Claim.FIELD))
            .returnDocument(ReturnDocument.AFTER);

    private final MongoOperations mongo;
    private final Relay relay;
    private final FieldUpdates fields;
    private final CombinedFinds combinedFinds;
    private final CombinedInserts combinedInserts;
    private final CombinedUpdates combinedUpdates;
    private final Duration lease;
    private final Clock clock;

    Outbox(MongoOperations mongo, Relay relay, Combining combining, Duration lease, Clock clock) {
        this.mongo = mongo;
        this.relay = relay;
        this.fields = new FieldUpdates(mongo.getConverter().getMappingContext());
        this.combinedFinds = new CombinedFinds(mongo, combining);
        this.combinedInserts = new CombinedInserts(mongo, combining);
        this.combinedUpdates = new CombinedUpdates(mongo, combining);
        this.lease = lease;
        this.clock = clock;
    }

    @Override
    public MongoOperations mongo() {
        return mongo;
    }

    @Override
    public List<IndexDefinition> indexes() {
        return List.of(
                new Index().on(OutboxEntry.DUE, Sort.Direction.ASC).sparse().named("outbox_due"));
    }

    @Override
    public <T extends Aggregate> Optional<T> find(Class<T> type, String id) {
        return combinedFinds.find(type, id);
    }

    @Override
    public void insert(Aggregate aggregate, PendingEvents events) {
        Instant now = clock.instant();
        Document document = newDocument(aggregate, events, now);
        mongo.execute(aggregate.getClass(), collection -> collection.insertOne(document));
        publishNew(aggregate, document, now);
    }

    @Override
    public List<Aggregate> insertAll(Map<? extends Aggregate, PendingEvents> aggregates) {
        Instant now = clock.instant();
        Map<Aggregate, Insert> inserts = new LinkedHashMap<>();
        aggregates.forEach(
                (aggregate, events) -> inserts.put(aggregate, new Insert(newDocument(aggregate, events, now))));
        combinedInserts.insert(collection(inserts.keySet().iterator().next()), inserts.values());
        List<Aggregate> rejected = new ArrayList<>();
        inserts.forEach((aggregate, insert) -> {
            if (insert.outcome() == Outcome.DUPLICATE) {
                rejected.add(aggregate);
            } else {
                publishNew(aggregate, insert.document(), now);
            }
        });
        return rejected;
    }

    /** Returns the document of an aggregate, with a claim if it has due entries. */
    private Document newDocument(Aggregate aggregate, PendingEvents events, Instant now) {
        List<OutboxEntry> entries = entries(events, now);
        Document document = state(aggregate).append("_id", aggregate.id()).append(VERSION, 0L);
        if (!entries.isEmpty()) {
            document.append(
                    OutboxEntry.FIELD,
                    entries.stream().map(OutboxEntry::toDocument).toList());
        }
        if (relay.canPublish() && anyDue(entries, now)) {
            document.append(Claim.FIELD, Claim.value(new ObjectId(), now, lease));
        }
        return document;
    }

    private void publishNew(Aggregate aggregate, Document document, Instant now) {
        Document claim = document.get(Claim.FIELD, Document.class);
        if (claim != null) {
            relay.publish(claim(aggregate, claim.getObjectId("token"), document, now));
        }
    }

    @Override
    public void update(Aggregate aggregate, PendingEvents events) {
        Instant now = clock.instant();
        List<OutboxEntry> entries = entries(events, now);
        Bson loaded = loaded(aggregate);
        Bson change = change(aggregate, entries, events.replacesEarlier());
        boolean due = anyDue(entries, now);
        if (due && relay.canPublish() && updateAndPublish(aggregate, loaded, change, entries, now)) {
            return;
        }
        if (due) {
            writeUnclaimed(aggregate, loaded, change, now);
        } else {
            write(aggregate, loaded, change);
        }
    }

    /** Makes no claim: the relay claims many aggregates at once. */
    @Override
    public void append(Aggregate aggregate, PendingEvents events) {
        Instant now = clock.instant();
        List<Document> entries =
                entries(events, now).stream().map(OutboxEntry::toDocument).toList();
        writeUnclaimed(aggregate, loaded(aggregate), Updates.pushEach(OutboxEntry.FIELD, entries), now);
    }

    /**
     * Writes due entries without a claim. If the document is claimed, the holder of the claim sees the mark when it
     * releases it: both are single-document writes, so the release happens either before or after this write. Otherwise
     * the relay of this process claims the document.
     */
    private void writeUnclaimed(Aggregate aggregate, Bson loaded, Bson change, Instant now) {
        Document written = mongo.execute(
                aggregate.getClass(),
                collection ->
                        collection.findOneAndUpdate(loaded, Updates.combine(change, Claim.meet()), RETURNING_CLAIM));
        if (written == null) {
            throw conflict(aggregate);
        }
        if (Claim.isIn(written, now)) {
            relay.hurry();
        } else {
            relay.wake(new AggregateReference(collection(aggregate), aggregate.id()));
        }
    }

    private void write(Aggregate aggregate, Bson loaded, Bson change) {
        UpdateResult result = mongo.execute(aggregate.getClass(), collection -> collection.updateOne(loaded, change));
        if (result == null || result.getMatchedCount() == 0) {
            throw conflict(aggregate);
        }
    }

    /** Returns the reason why no document was the loaded one. */
    private RuntimeException conflict(Aggregate aggregate) {
        return isFull(aggregate)
                ? new OutboxFullException(collection(aggregate), aggregate.id())
                : new OptimisticLockingFailureException(aggregate.getClass().getSimpleName() + " " + aggregate.id()
                        + " has changed since it was loaded");
    }

    private static Bson loaded(Aggregate aggregate) {
        return Filters.and(
                Filters.eq("_id", aggregate.id()),
                Filters.eq(VERSION, aggregate.version()),
                Filters.exists(LAST_ENTRY, false));
    }

    /** Returns whether the aggregate has too many unpublished events. */
    private boolean isFull(Aggregate aggregate) {
        Bson full = Filters.and(Filters.eq("_id", aggregate.id()), Filters.exists(LAST_ENTRY));
        Long count = mongo.execute(aggregate.getClass(), collection -> collection.countDocuments(full));
        return count != null && count > 0;
    }

    /** Returns false without a write if the document is claimed or has changed since it was loaded. */
    private boolean updateAndPublish(
            Aggregate aggregate, Bson loaded, Bson change, List<OutboxEntry> entries, Instant now) {
        ObjectId token = new ObjectId();
        Optional<Document> written = combinedUpdates.update(
                collection(aggregate),
                new ClaimingUpdate(
                        aggregate.id(),
                        token,
                        Filters.and(loaded, Claim.isUnclaimed(now)),
                        Updates.combine(change, Claim.set(token, now, lease)),
                        entries));
        written.ifPresent(document -> relay.publish(claim(aggregate, token, document, now)));
        return written.isPresent();
    }

    private Claim claim(Aggregate aggregate, ObjectId token, Document written, Instant now) {
        return new Claim(
                collection(aggregate),
                aggregate.id(),
                token,
                DueEntries.in(written, now).entries());
    }

    private String collection(Aggregate aggregate) {
        return mongo.getCollectionName(aggregate.getClass());
    }

    private static boolean anyDue(List<OutboxEntry> entries, Instant now) {
        return entries.stream().anyMatch(entry -> entry.isDue(now));
    }

    private static List<OutboxEntry> entries(PendingEvents events, Instant now) {
        return events.raised().stream()
                .map(raised -> OutboxEntry.of(raised, now))
                .toList();
    }

    /** Returns the aggregate's own fields, without the id, the version and the class name. */
    private Document state(Aggregate aggregate) {
        Document state = new Document();
        mongo.getConverter().write(aggregate, state);
        state.keySet().removeAll(List.of("_id", VERSION, "_class"));
        return state;
    }

    private Bson change(Aggregate aggregate, List<OutboxEntry> entries, boolean replacesEarlier) {
        List<Bson> updates = fields.updates(aggregate.getClass(), state(aggregate));
        updates.add(Updates.inc(VERSION, 1L));
        List<Document> pending = entries.stream().map(OutboxEntry::toDocument).toList();
        if (replacesEarlier) {
            updates.add(Updates.set(OutboxEntry.FIELD, pending));
        } else if (!pending.isEmpty()) {
            updates.add(Updates.pushEach(OutboxEntry.FIELD, pending));
        }
        return Updates.combine(updates);
    }
}
