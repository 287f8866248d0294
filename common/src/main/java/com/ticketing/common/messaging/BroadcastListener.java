package com.ticketing.common.messaging;

import com.ticketing.common.events.Event;
import java.time.Duration;

/**
 * Receives the events of one subject in every process of the service, for state that a process keeps in memory. Every
 * bean of this type is subscribed without a queue group.
 *
 * <p>Each new connection to the broker delivers the events of a configured period again, in their order on the channel.
 * An event whose handling throws is logged and not redelivered before the next connection. State that must not miss an
 * event belongs in the database, fed by a {@link Listener}.
 */
public abstract class BroadcastListener<E extends Event> {

    private final Class<E> type;
    private final Duration since;

    /**
     * Creates a listener.
     *
     * @param since the period whose events each new connection delivers again
     */
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

    /** Applies the event. Called for one event at a time. */
    protected abstract void onMessage(E event, ChannelPosition position);
}
