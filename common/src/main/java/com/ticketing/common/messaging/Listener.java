package com.ticketing.common.messaging;

import com.ticketing.common.events.Event;

/**
 * Receives the events of one subject for its service. Every bean of this type is subscribed through the service's
 * durable queue group, so that each event reaches one of the service's processes.
 *
 * <p>Delivery is at least once and in no guaranteed order; one listener handles one message at a time per process. The
 * message is acked after {@link #onMessage} returns, so its effect must be stored by then. If it throws, the message
 * comes again after the ack-wait; a message that keeps failing for other reasons than the database, the network or
 * {@link RedeliverLaterException} is parked as a dead letter.
 */
public abstract class Listener<E extends Event> {

    private final Class<E> type;

    protected Listener(Class<E> type) {
        this.type = type;
    }

    final Class<E> type() {
        return type;
    }

    /** Takes effect of the event. Must tolerate any event again and late. */
    protected abstract void onMessage(E event);
}
