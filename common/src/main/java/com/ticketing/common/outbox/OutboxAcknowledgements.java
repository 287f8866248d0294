package com.ticketing.common.outbox;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/** Collects acknowledgements and applies them to the database in batches: one statement releases many aggregates. */
final class OutboxAcknowledgements {

    private final Claims claims;
    private final int batch;
    private final BlockingQueue<Acknowledgement> waiting = new LinkedBlockingQueue<>();
    private final ReentrantLock applying = new ReentrantLock();

    OutboxAcknowledgements(Claims claims, int batch) {
        this.claims = claims;
        this.batch = batch;
    }

    void add(Acknowledgement acknowledgement) {
        waiting.add(acknowledgement);
    }

    /**
     * Applies all acknowledgements that were added before.
     *
     * @return the released aggregates with further due entries: a write to a claimed aggregate makes no claim
     */
    List<AggregateReference> apply() {
        List<AggregateReference> unpublished = new ArrayList<>();
        applying.lock();
        try {
            while (!waiting.isEmpty()) {
                List<Acknowledgement> next = new ArrayList<>();
                waiting.drainTo(next, batch);
                next.stream()
                        .collect(groupingBy(
                                acknowledgement -> acknowledgement.claim().collection()))
                        .forEach((collection, part) -> release(collection, part).forEach(unpublished::add));
            }
        } finally {
            applying.unlock();
        }
        return unpublished;
    }

    private Stream<AggregateReference> release(String collection, List<Acknowledgement> acknowledgements) {
        claims.release(collection, acknowledgements);
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
