package com.ticketing.common.outbox;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import com.ticketing.common.messaging.EventPublisher;
import com.ticketing.common.time.BackgroundTask;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * Publishes what the aggregates hold: right after their write, and by a sweep what was left by a crash, by a broker that
 * was away, or for later. Publishing is pipelined and never waits for one event's ack before the next. An entry is
 * removed once the broker has stored it, so a crash in between publishes it twice and never not at all.
 */
final class Relay implements SmartLifecycle {

    /** Above the connection it publishes through, below the listeners that cause writes. */
    static final int PHASE = 100;

    private static final Logger log = LoggerFactory.getLogger(Relay.class);
    private static final Duration SETTLE_INTERVAL = Duration.ofSeconds(1);

    private record Woken(String collection, String id) {}

    private record Settled(Claim claim, List<ObjectId> published) {
        boolean isWhole() {
            return published.size() == claim.entries().size();
        }
    }

    private final MongoOperations mongo;
    private final EventPublisher publisher;
    private final OutboxProperties properties;
    private final Clock clock;
    private final Supplier<Stream<AggregateRepository<?>>> repositories;
    private final BlockingQueue<Woken> woken = new LinkedBlockingQueue<>();
    private final BlockingQueue<Settled> settled = new LinkedBlockingQueue<>();
    private final ReentrantLock settling = new ReentrantLock();
    private final BackgroundTask sweeper;
    private final BackgroundTask waker;
    private final BackgroundTask settler;

    Relay(
            MongoOperations mongo,
            EventPublisher publisher,
            Supplier<Stream<AggregateRepository<?>>> repositories,
            OutboxProperties properties,
            Clock clock) {
        this.repositories = repositories;
        this.mongo = mongo;
        this.publisher = publisher;
        this.properties = properties;
        this.clock = clock;
        this.sweeper = new BackgroundTask("outbox-sweep", properties.sweepInterval(), this::sweep);
        this.waker = new BackgroundTask("outbox-wake", properties.sweepInterval(), this::publishWoken);
        this.settler = new BackgroundTask("outbox-settle", SETTLE_INTERVAL, this::settle);
        publisher.onConnected(sweeper::wake);
    }

    /** Whether a claim taken now is likely to be of use. */
    boolean canPublish() {
        return publisher.isConnected();
    }

    Duration lease() {
        return properties.lease();
    }

    /** Looks at an aggregate whose document somebody else had claimed while it was written. */
    void wake(String collection, String id) {
        if (canPublish()) {
            woken.add(new Woken(collection, id));
            waker.wake();
        }
    }

    /** Publishes the claimed entries without waiting for the broker. */
    void publish(Claim claim) {
        var unused = publishAndSettle(claim);
    }

    /** Done when the broker has answered for each entry; it never fails. */
    private CompletableFuture<Void> publishAndSettle(Claim claim) {
        List<CompletableFuture<Void>> acks = claim.entries().stream()
                .map(entry -> publisher.publish(entry.subject(), entry.json()))
                .toList();
        return CompletableFuture.allOf(acks.toArray(CompletableFuture[]::new)).handle((done, failure) -> {
            if (failure != null) {
                log.warn(
                        "Events of {} {} wait for the next sweep: {}",
                        claim.collection(),
                        claim.aggregateId(),
                        failure.toString());
            }
            settled.add(new Settled(claim, published(claim, acks)));
            settler.wake();
            return null;
        });
    }

    private static List<ObjectId> published(Claim claim, List<CompletableFuture<Void>> acks) {
        List<ObjectId> published = new ArrayList<>();
        for (int i = 0; i < acks.size(); i++) {
            if (!acks.get(i).isCompletedExceptionally()) {
                published.add(claim.entries().get(i).id());
            }
        }
        return published;
    }

    private void sweep() {
        for (String collection : collections()) {
            while (canPublish()) {
                List<String> ids = dueAndFree(collection, Filters.empty());
                if (ids.isEmpty()) {
                    break;
                }
                claimAndPublish(collection, ids);
            }
        }
    }

    private List<String> collections() {
        return repositories
                .get()
                .map(repository -> mongo.getCollectionName(repository.type()))
                .toList();
    }

    private void publishWoken() {
        List<Woken> batch = new ArrayList<>();
        woken.drainTo(batch, properties.batch());
        batch.stream()
                .collect(groupingBy(Woken::collection, mapping(Woken::id, toList())))
                .forEach(this::claimAndPublish);
        if (!woken.isEmpty()) {
            waker.wake();
        }
    }

    private void claimAndPublish(String collection, List<String> ids) {
        Instant now = clock.instant();
        ObjectId token = new ObjectId();
        Bson wanted = Filters.in("_id", ids);
        quick(collection).updateMany(Filters.and(wanted, Claim.isFree(now)), Claim.take(token, now, lease()));
        List<CompletableFuture<Void>> publishing = new ArrayList<>();
        for (Document aggregate : quick(collection)
                .find(Filters.and(wanted, Filters.eq(Claim.TOKEN, token)))
                .projection(Projections.include(OutboxEntry.FIELD))) {
            List<OutboxEntry> entries = OutboxEntry.dueIn(aggregate, now);
            publishing.add(publishAndSettle(new Claim(collection, aggregate.getString("_id"), token, entries)));
        }
        CompletableFuture.allOf(publishing.toArray(CompletableFuture[]::new)).join();
        settle();
    }

    private List<String> dueAndFree(String collection, Bson among) {
        Instant now = clock.instant();
        List<String> ids = new ArrayList<>();
        quick(collection)
                .find(Filters.and(among, Filters.lte(OutboxEntry.DUE, now), Claim.isFree(now)))
                .projection(Projections.include("_id"))
                .limit(properties.batch())
                .forEach(aggregate -> ids.add(aggregate.getString("_id")));
        return ids;
    }

    /**
     * Removes what was published. An aggregate that was written meanwhile found the claim taken and left its events to
     * the one who holds it, so these are looked for once the claim is given up.
     */
    private void settle() {
        settling.lock();
        try {
            settleBatch();
        } finally {
            settling.unlock();
        }
    }

    private void settleBatch() {
        List<Settled> batch = new ArrayList<>();
        settled.drainTo(batch, properties.batch());
        Map<String, List<Settled>> byCollection =
                batch.stream().collect(groupingBy(next -> next.claim().collection()));
        byCollection.forEach(this::settle);
        if (!settled.isEmpty()) {
            settler.wake();
        }
    }

    private void settle(String collection, List<Settled> batch) {
        quick(collection)
                .bulkWrite(
                        batch.stream()
                                .map(next -> new UpdateOneModel<Document>(
                                        next.claim().holds(), Claim.settle(next.published())))
                                .toList(),
                        new BulkWriteOptions().ordered(false));
        List<String> whole = batch.stream()
                .filter(Settled::isWhole)
                .map(next -> next.claim().aggregateId())
                .toList();
        if (!whole.isEmpty()) {
            dueAndFree(collection, Filters.in("_id", whole)).forEach(id -> wake(collection, id));
        }
    }

    /** Claims and removals need no durability: what is lost of them is done again. */
    private MongoCollection<Document> quick(String collection) {
        return mongo.getCollection(collection).withWriteConcern(WriteConcern.W1);
    }

    @Override
    public void start() {
        settler.start();
        waker.start();
        sweeper.start();
    }

    @Override
    public void stop() {
        sweeper.stop();
        waker.stop();
        settler.stop();
        settle();
    }

    @Override
    public boolean isRunning() {
        return sweeper.isRunning();
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
