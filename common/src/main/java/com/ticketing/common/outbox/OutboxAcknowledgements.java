package com.ticketing.common.outbox;

import static java.util.stream.Collectors.groupingBy;

import com.ticketing.common.time.BackgroundTask;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;

/**
 * Removes what was published, for many aggregates at a time. An aggregate that was written meanwhile found the claim
 * taken and left its events to the one who holds it, so these are looked for once the claim is given up.
 */
final class OutboxAcknowledgements {

    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final Claims claims;
    private final int batch;
    private final BiConsumer<String, String> onLeft;
    private final BlockingQueue<Acknowledgement> waiting = new LinkedBlockingQueue<>();
    private final ReentrantLock settling = new ReentrantLock();
    private final BackgroundTask task = new BackgroundTask("outbox-settle", INTERVAL, this::settle);

    /** @param onLeft told the collection and id of an aggregate that has more to publish */
    OutboxAcknowledgements(Claims claims, int batch, BiConsumer<String, String> onLeft) {
        this.claims = claims;
        this.batch = batch;
        this.onLeft = onLeft;
    }

    void add(Acknowledgement settled) {
        waiting.add(settled);
        task.wake();
    }

    void start() {
        task.start();
    }

    /** Returns when nothing waits any more. */
    void stop() {
        task.stop();
        settle();
    }

    /** Returns when all that was added before is settled. */
    void settle() {
        settling.lock();
        try {
            while (!waiting.isEmpty()) {
                List<Acknowledgement> next = new ArrayList<>();
                waiting.drainTo(next, batch);
                next.stream()
                        .collect(groupingBy(settled -> settled.claim().collection()))
                        .forEach(this::settle);
            }
        } finally {
            settling.unlock();
        }
    }

    private void settle(String collection, List<Acknowledgement> settled) {
        claims.settle(collection, settled);
        List<String> whole = settled.stream()
                .filter(Acknowledgement::isWhole)
                .map(next -> next.claim().aggregateId())
                .toList();
        if (!whole.isEmpty()) {
            claims.free(collection, whole).forEach(id -> onLeft.accept(collection, id));
        }
    }
}
