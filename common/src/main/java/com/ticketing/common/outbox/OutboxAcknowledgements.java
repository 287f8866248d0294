package com.ticketing.common.outbox;

import static java.util.stream.Collectors.groupingBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/** Collects acknowledgements and applies them to the database in batches: one statement releases many aggregates. */
final class OutboxAcknowledgements {

    private final Claims claims;
    private final Duration linger;
    private final int batch;
    private final BlockingQueue<Acknowledgement> waiting = new LinkedBlockingQueue<>();
    private final ReentrantLock applying = new ReentrantLock();

    /** One permit for each acknowledgement; a batch of permits ends the lingering. */
    private final Semaphore arrived = new Semaphore(0);

    OutboxAcknowledgements(Claims claims, Duration linger, int batch) {
        this.claims = claims;
        this.linger = linger;
        this.batch = batch;
    }

    void add(Acknowledgement acknowledgement) {
        waiting.add(acknowledgement);
        arrived.release();
    }

    /**
     * Waits for further acknowledgements until a batch is full, {@link #hurry} is called or the linger time is over.
     */
    void linger() {
        if (waiting.isEmpty()) {
            return;
        }
        try {
            var unused = arrived.tryAcquire(batch, linger.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the current or the next lingering. */
    void hurry() {
        arrived.release(batch);
    }

    /**
     * Applies all acknowledgements that were added before. Those that are added meanwhile wait for the next call, so
     * that they linger too.
     *
     * @return the released aggregates with further due entries: a write to a claimed aggregate makes no claim
     */
    List<AggregateReference> apply() {
        List<AggregateReference> unpublished = new ArrayList<>();
        applying.lock();
        try {
            arrived.drainPermits();
            for (int left = waiting.size(); left > 0; left -= batch) {
                List<Acknowledgement> next = new ArrayList<>();
                waiting.drainTo(next, Math.min(left, batch));
                try {
                    next.stream()
                            .collect(groupingBy(
                                    acknowledgement -> acknowledgement.claim().collection()))
                            .forEach((collection, part) ->
                                    release(collection, part).forEach(unpublished::add));
                } catch (RuntimeException e) {
                    // for the next call: no other process releases these claims before their leases end
                    waiting.addAll(next);
                    throw e;
                }
            }
        } finally {
            applying.unlock();
        }
        return unpublished;
    }

    private Stream<AggregateReference> release(String collection, List<Acknowledgement> acknowledgements) {
        if (!claims.release(collection, acknowledgements)) {
            return Stream.empty();
        }
        // entries that the broker has not stored are left to the sweep: retried at once, they would fail in a tight
        // loop
        List<String> complete = acknowledgements.stream()
                .filter(Acknowledgement::isComplete)
                .map(acknowledgement -> acknowledgement.claim().aggregateId())
                .toList();
        return complete.isEmpty()
                ? Stream.empty()
                : claims.findClaimable(collection, complete).stream().map(id -> new AggregateReference(collection, id));
    }
}
