package com.ticketing.common.messaging;

import com.ticketing.common.events.Event;
import java.time.Duration;

/**
 * Receives the events of one subject in every process of its service, for what a process keeps in memory. Every bean of
 * this type is subscribed without a queue group.
 *
 * <p>With each connection to the broker it starts with what was published a given time ago, so it meets events again. An
 * event that it fails on is logged and not delivered again before the next connection; what must not be missed belongs in
 * a {@link Listener} and the database.
 */
public abstract class BroadcastListener<E extends Event> {

    private final Class<E> type;
    private final Duration since;

    /** @param since how far back to start */
    protected BroadcastListener(Class<E> type, Duration since) {
        this.type = type;
        this.since = since;
    }

    final Class<E> type() {
        return type;
    }

    final Duration since() {
        return since;
    }

    /**
     * Takes notice of the event. One event at a time is given to it.
     *
     * @param sequence the event's number on its channel; it grows, and is the same for every process
     */
    protected abstract void onMessage(E event, long sequence);
}
