package com.ticketing.common.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Lock;

/**
 * The messages that have arrived for one listener and wait for it. A thread takes what is there, at most a batch, and hands
 * it to the listener, until nothing is left: while the listener is busy, the next batch collects. The broker limits the
 * number of messages by {@code messaging.max-in-flight}.
 */
final class ArrivedMessages {

    private final ListenerAdapter<?> adapter;
    private final int batch;
    private final Duration ackWait;
    private final Lock inProgress;
    private final AtomicBoolean closed;
    private final Queue<Delivery> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean working = new AtomicBoolean();

    /**
     * @param inProgress held while messages are handled
     * @param closed when true, messages are left to the broker, which redelivers them
     */
    ArrivedMessages(ListenerAdapter<?> adapter, MessagingProperties properties, Lock inProgress, AtomicBoolean closed) {
        this.adapter = adapter;
        this.batch = properties.batch();
        this.ackWait = properties.ackWait();
        this.inProgress = inProgress;
        this.closed = closed;
    }

    void add(Delivery delivery) {
        waiting.add(delivery);
        work();
    }

    private void work() {
        if (working.compareAndSet(false, true)) {
            var unused = Thread.ofVirtual()
                    .name("listener-" + adapter.subject().channel())
                    .start(this::handleAll);
        }
    }

    private void handleAll() {
        try {
            while (hasWork()) {
                handleNext();
            }
        } finally {
            working.set(false);
            // a message that arrived before the line above started no other thread
            if (hasWork()) {
                work();
            }
        }
    }

    private boolean hasWork() {
        return !closed.get() && !waiting.isEmpty();
    }

    private void handleNext() {
        inProgress.lock();
        try {
            if (!closed.get()) {
                adapter.deliver(next(), closed::get);
            }
        } finally {
            inProgress.unlock();
        }
    }

    /** Leaves out messages that have waited for the ack-wait: the broker delivers them again. */
    private List<Delivery> next() {
        List<Delivery> next = new ArrayList<>();
        Delivery delivery;
        while (next.size() < batch && (delivery = waiting.poll()) != null) {
            if (!delivery.isOlderThan(ackWait)) {
                next.add(delivery);
            }
        }
        return next;
    }
}
