package com.ticketing.common.messaging;

import com.ticketing.common.events.Subject;
import java.util.concurrent.CompletableFuture;

/** Hands events to the broker. Services do not call it: they raise events on their aggregates, and the outbox's relay does. */
public interface EventPublisher {

    /**
     * Publishes without waiting. The future completes once the broker has stored the message, and fails when that is
     * unknown: the message may have been stored all the same, so publishing it again can duplicate it. Messages
     * published by one thread are stored in that order.
     */
    CompletableFuture<Void> publish(Subject subject, String json);

    /** Whether the broker was there when last seen. */
    boolean isConnected();

    /** Runs the action after each connection to the broker, the first included. Call it before the context has started. */
    void onConnected(Runnable action);
}
