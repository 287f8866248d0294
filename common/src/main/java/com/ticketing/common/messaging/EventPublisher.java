package com.ticketing.common.messaging;

import com.ticketing.common.events.Subject;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Publishes events to the broker. Services raise events on their aggregates instead; the outbox's relay calls this. */
public interface EventPublisher {

    /** The time after which an unanswered publication fails. */
    Duration PUBLISH_TIMEOUT = Duration.ofSeconds(10);

    /**
     * Publishes without blocking. The future completes when the broker has stored the message. It fails when that is
     * unknown, at the latest after {@link #PUBLISH_TIMEOUT}: the message may be stored, so a retry can duplicate it.
     * The broker stores the messages of one thread in their order.
     */
    CompletableFuture<Void> publish(Subject subject, String json);

    /** Returns whether the broker is connected. A loss is noticed within 6 s. */
    boolean isConnected();

    /**
     * Registers an action to run after each connection to the broker. Must be called before the context has started.
     */
    void onConnected(Runnable action);
}
