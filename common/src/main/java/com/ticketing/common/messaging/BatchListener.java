package com.ticketing.common.messaging;

import com.ticketing.common.events.Event;
import java.util.List;

/**
 * Receives the events of one subject as {@link Listener} does, and applies those that have arrived together with one
 * statement. Events never wait for others: a single one is applied at once.
 *
 * <p>If applying a batch throws, its events are applied one at a time, so that only the message that fails is
 * redelivered or parked.
 *
 * @param <T> what an event is translated to
 */
public abstract class BatchListener<E extends Event, T> extends Listener<E> {

    protected BatchListener(Class<E> type) {
        super(type);
    }

    /** Translates an event, in the trace that it carries. */
    protected abstract T translate(E event);

    /**
     * Applies events, given in the order of the channel. Must be idempotent, also if it was applied in part before, and
     * must tolerate several events of one aggregate.
     */
    protected abstract void applyAll(List<T> events);

    @Override
    protected final void onMessage(E event) {
        applyAll(List.of(translate(event)));
    }
}
