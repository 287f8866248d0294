package com.ticketing.common.messaging;

import com.ticketing.common.events.Event;

/**
 * Receives the events of one subject. Every bean of this type is subscribed through the service's durable queue group,
 * so each event goes to one process of the service.
 *
 * <p>Delivery is at least once and in no guaranteed order. A process handles the messages with the same
 * {@linkplain #orderingKey ordering key} one at a time and in the order in which they arrive. A message is acknowledged
 * after {@link #onMessage} has returned, so its effect must be stored by then. If it throws, the broker redelivers the
 * message after {@code messaging.ack-wait}. After {@code messaging.max-deliveries} failures the message is parked as a
 * dead letter. Outages of the database or the network and {@link RedeliverLaterException} do not count as failures.
 */
public abstract class Listener<E extends Event> {

    private final Class<E> type;

    protected Listener(Class<E> type) {
        this.type = type;
    }

    final Class<E> type() {
        return type;
    }

    /**
     * Returns the id of the aggregate that the event changes. Events with different keys that have arrived together are
     * handled at the same time. By default all events have the same key.
     */
    protected String orderingKey(E event) {
        return "";
    }

    /** Applies the event. Must be idempotent and must tolerate events in any order. */
    protected abstract void onMessage(E event);
}
