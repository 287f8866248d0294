package com.ticketing.common.outbox;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import com.ticketing.common.messaging.EventPublisher;
import com.ticketing.common.time.BackgroundTask;
import com.ticketing.common.tracing.MessageSpans;
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
import org.springframework.context.SmartLifecycle;

/**
 * Publishes the events that aggregates store in their documents, at least once and in the order of each aggregate.
 * Every entry takes the same path: an aggregate is <b>claimed</b>, its due entries are <b>published</b>, and the
 * broker's answer is <b>acknowledged</b> by removing the entries and the claim.
 *
 * <p>The write of an aggregate usually makes the claim itself. A sweep claims what no write could: entries that are due
 * later, that were stored while the broker was not available, or whose claim has expired.
 *
 * <p>After a crash of this process
 *
 * <ul>
 *   <li>before the write: neither the state nor its events are stored, and nothing is published;
 *   <li>after the write, before publishing: the entries are stored with a claim; when its lease has expired, the sweep
 *       of any process claims and publishes them;
 *   <li>after publishing, before the acknowledgement: the same, so the broker stores the events twice; consumers ignore
 *       a version that they already have;
 *   <li>after the acknowledgement: nothing is left to do.
 * </ul>
 *
 * <p>A process that is slower than its lease causes the third case without a crash: another process claims the
 * aggregate, and the late acknowledgement does not match the new claim and changes nothing.
 */
final class Relay implements SmartLifecycle {

    /** Stops after the listeners, whose writes it publishes, and before the broker connection. */
    static final int PHASE = 100;

    private static final Duration ACKNOWLEDGE_INTERVAL = Duration.ofSeconds(1);
    private static final Duration MAX_STOP = Duration.ofSeconds(5);

    /** The maximum number of aggregates that wait for the next claim. The sweep claims those that find no place. */
    private static final int MAX_WOKEN = 10_000;

    private final Claims claims;
    private final EventPublisher broker;
    private final ClaimPublisher publisher;
    private final OutboxAcknowledgements acknowledgements;
    private final Supplier<Stream<String>> collections;
    private final int batch;
    private final Map<Claim, CompletableFuture<Integer>> inFlight = new ConcurrentHashMap<>();
    private final BlockingQueue<AggregateReference> woken = new LinkedBlockingQueue<>(MAX_WOKEN);
    private final BackgroundTask sweeper;
    private final BackgroundTask waker;
    private final BackgroundTask acknowledger;

    /** @param collections the collections that hold aggregates */
    Relay(
            Claims claims,
            EventPublisher broker,
            MessageSpans spans,
            Supplier<Stream<String>> collections,
            OutboxProperties properties) {
        this.claims = claims;
        this.broker = broker;
        this.publisher = new ClaimPublisher(broker, spans);
        this.acknowledgements = new OutboxAcknowledgements(claims, properties.linger(), properties.batch());
        this.collections = collections;
        this.batch = properties.batch();
        this.sweeper = BackgroundTask.inBatches("outbox-sweep", properties.sweepInterval(), this::sweep);
        this.waker = new BackgroundTask("outbox-wake", properties.sweepInterval(), this::publishWoken);
        this.acknowledger = new BackgroundTask("outbox-acknowledge", ACKNOWLEDGE_INTERVAL, this::lingerAndAcknowledge);
        broker.onConnected(sweeper::wake);
    }

    /** Returns whether the broker is connected, so that a claim made now can be used. */
    boolean canPublish() {
        return broker.isConnected();
    }

    /** Publishes and acknowledges the claimed entries without blocking. */
    void publish(Claim claim) {
        var unused = publishAndAcknowledge(claim);
    }

    /** Releases the claims of this process soon, because a write has met one that may be among them. */
    void hurry() {
        acknowledgements.hurry();
    }

    /** Claims and publishes, in the background, an aggregate with due entries that has no claim. */
    void wake(AggregateReference aggregate) {
        if (canPublish() && woken.offer(aggregate)) {
            waker.wake();
        }
    }

    /** Publishes a batch of each collection. Returns whether any entry was published, so that more may be due. */
    private boolean sweep() {
        return canPublish()
                && collections
                                .get()
                                .mapToInt(collection -> claimAndPublish(collection, claims.findClaimable(collection)))
                                .sum()
                        > 0;
    }

    private void publishWoken() {
        List<AggregateReference> next = new ArrayList<>();
        woken.drainTo(next, batch);
        next.stream()
                .collect(groupingBy(AggregateReference::collection, mapping(AggregateReference::id, toSet())))
                .forEach(this::claimAndPublish);
        if (!woken.isEmpty()) {
            waker.wake();
        }
    }

    /** Returns the number of published entries, after their acknowledgement. */
    private int claimAndPublish(String collection, Collection<String> ids) {
        if (ids.isEmpty()) {
            return 0;
        }
        List<CompletableFuture<Integer>> answers = claims.claim(collection, ids).stream()
                .map(this::publishAndAcknowledge)
                .toList();
        int published = answers.stream().mapToInt(CompletableFuture::join).sum();
        acknowledge();
        return published;
    }

    /** Completes with the number of published entries, when their acknowledgement is queued. */
    private CompletableFuture<Integer> publishAndAcknowledge(Claim claim) {
        CompletableFuture<Integer> answer = publisher.publish(claim).thenApply(acknowledgement -> {
            acknowledgements.add(acknowledgement);
            acknowledger.wake();
            return acknowledgement.published().size();
        });
        inFlight.put(claim, answer);
        var unused = answer.thenRun(() -> inFlight.remove(claim));
        return answer;
    }

    private void lingerAndAcknowledge() {
        acknowledgements.linger();
        acknowledge();
    }

    private void acknowledge() {
        acknowledgements.apply().forEach(this::wake);
    }

    @Override
    public void start() {
        acknowledger.start();
        waker.start();
        sweeper.start();
    }

    /** Waits up to 5 s for the broker's answers, so that the next process does not publish the same entries again. */
    @Override
    public void stop() {
        sweeper.stop();
        waker.stop();
        CompletableFuture.allOf(inFlight.values().toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, MAX_STOP.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        acknowledgements.hurry();
        acknowledger.stop();
        acknowledge();
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
