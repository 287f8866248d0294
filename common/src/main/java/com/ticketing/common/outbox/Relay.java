package com.ticketing.common.outbox;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import com.ticketing.common.messaging.EventPublisher;
import com.ticketing.common.time.BackgroundTask;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bson.types.ObjectId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Publishes what the aggregates hold: right after their write, and by a sweep what was left by a crash, by a broker that
 * was away, or for later. Publishing is pipelined and never waits for one event's ack before the next. An entry is
 * removed once the broker has stored it, so a crash in between publishes it twice and never not at all.
 */
final class Relay implements SmartLifecycle {

    /** Above the connection it publishes through, below the listeners that cause writes. */
    static final int PHASE = 100;

    private static final Logger log = LoggerFactory.getLogger(Relay.class);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

    private record Woken(String collection, String id) {}

    private final Claims claims;
    private final EventPublisher publisher;
    private final Supplier<Stream<String>> collections;
    private final OutboxProperties properties;
    private final OutboxAcknowledgements settlements;
    private final Map<Claim, CompletableFuture<Integer>> publishing = new ConcurrentHashMap<>();
    private final BlockingQueue<Woken> woken = new LinkedBlockingQueue<>();
    private final BackgroundTask sweeper;
    private final BackgroundTask waker;

    Relay(Claims claims, EventPublisher publisher, Supplier<Stream<String>> collections, OutboxProperties properties) {
        this.claims = claims;
        this.publisher = publisher;
        this.collections = collections;
        this.properties = properties;
        this.settlements = new OutboxAcknowledgements(claims, properties.batch(), this::wake);
        this.sweeper = new BackgroundTask("outbox-sweep", properties.sweepInterval(), this::sweep);
        this.waker = new BackgroundTask("outbox-wake", properties.sweepInterval(), this::publishWoken);
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

    /** Done when the broker has answered for each entry, with the number it has stored; it never fails. */
    private CompletableFuture<Integer> publishAndSettle(Claim claim) {
        List<CompletableFuture<Void>> acks = claim.entries().stream()
                .map(entry -> publisher.publish(entry.subject(), entry.json()))
                .toList();
        CompletableFuture<Void> answered = CompletableFuture.allOf(acks.toArray(CompletableFuture[]::new));
        CompletableFuture<Integer> settling = answered.handle((done, failure) -> {
            if (failure != null && canPublish()) {
                log.warn(
                        "Events of {} {} wait for the next sweep: {}",
                        claim.collection(),
                        claim.aggregateId(),
                        failure.toString());
            }
            List<ObjectId> published = published(claim, acks);
            settlements.add(new Acknowledgement(claim, published));
            return published.size();
        });
        publishing.put(claim, settling);
        var unused = settling.thenRun(() -> publishing.remove(claim));
        return settling;
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
        collections.get().forEach(collection -> {
            boolean more = true;
            while (more && canPublish()) {
                // an event that the broker will not take must not turn the sweep into a race
                more = claimAndPublish(collection, claims.free(collection)) > 0;
            }
        });
    }

    private void publishWoken() {
        List<Woken> batch = new ArrayList<>();
        woken.drainTo(batch, properties.batch());
        batch.stream()
                .collect(groupingBy(Woken::collection, mapping(Woken::id, toSet())))
                .forEach(this::claimAndPublish);
        if (!woken.isEmpty()) {
            waker.wake();
        }
    }

    /** Returns when the broker has answered and what it has stored is removed: the number of entries that were. */
    private int claimAndPublish(String collection, Collection<String> ids) {
        if (ids.isEmpty()) {
            return 0;
        }
        List<CompletableFuture<Integer>> answers = claims.take(collection, ids).stream()
                .map(this::publishAndSettle)
                .toList();
        int published = answers.stream().mapToInt(CompletableFuture::join).sum();
        settlements.settle();
        return published;
    }

    @Override
    public void start() {
        settlements.start();
        waker.start();
        sweeper.start();
    }

    /** What is on its way is waited for, so that the next process does not publish it again. */
    @Override
    public void stop() {
        sweeper.stop();
        waker.stop();
        CompletableFuture.allOf(publishing.values().toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, LONGEST_STOP.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        settlements.stop();
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
