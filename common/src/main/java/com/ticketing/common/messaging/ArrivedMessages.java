package com.ticketing.common.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Lock;

/**
 * The messages that have arrived for one listener and wait for it. A thread takes what is there, at most a batch, and
 * hands it to the listener, until nothing is left: while the listener is busy, the next batch collects. The broker
 * limits the number of messages by {@code messaging.max-in-flight}.
 */
final class ArrivedMessages {

    private final ListenerAdapter<?> adapter;
    private final int batch;
    private final Lock inProgress;
    private final AtomicBoolean closed;
    private final Queue<Delivery> waiting = new ConcurrentLinkedQueue<>();
    private final Set<Long> waitingSequences = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean working = new AtomicBoolean();

    /**
     * @param inProgress held while messages are handled
     * @param closed when true, messages are left to the broker, which redelivers them
     */
    ArrivedMessages(ListenerAdapter<?> adapter, MessagingProperties properties, Lock inProgress, AtomicBoolean closed) {
        this.adapter = adapter;
        this.batch = properties.batch();
        this.inProgress = inProgress;
        this.closed = closed;
    }

    /** Ignores the redelivery of a message that is still waiting, so that a slow listener does not get slower. */
    void add(Delivery delivery) {
        if (waitingSequences.add(delivery.message().sequence())) {
            waiting.add(delivery);
            work();
        }
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

    private List<Delivery> next() {
        List<Delivery> next = new ArrayList<>();
        Delivery delivery;
        while (next.size() < batch && (delivery = waiting.poll()) != null) {
            waitingSequences.remove(delivery.message().sequence());
            next.add(delivery);
        }
        return next;
    }
}
