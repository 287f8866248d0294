package com.ticketing.common.messaging;

import com.ticketing.common.events.Event;
import com.ticketing.common.events.EventJson;
import com.ticketing.common.events.Subject;
import com.ticketing.common.events.UnreadableEventException;
import com.ticketing.common.tracing.Trace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives messages to a listener and decides what becomes of those that fail. */
final class Delivery<E extends Event> {

    private static final Logger log = LoggerFactory.getLogger(Delivery.class);

    private final Listener<E> listener;
    private final DeadLetters deadLetters;

    Delivery(Listener<E> listener, DeadLetters deadLetters) {
        this.listener = listener;
        this.deadLetters = deadLetters;
    }

    Subject subject() {
        return Subject.of(listener.type());
    }

    /** Handles the message; true if it is done with and can be acked, false if it has to come again. */
    boolean deliver(ReceivedMessage message) {
        try {
            return deliverCounted(message);
        } catch (RuntimeException e) {
            log.warn("{} was neither handled nor parked and will come again", message.id(), e);
            return false;
        }
    }

    private boolean deliverCounted(ReceivedMessage message) {
        try {
            handle(message.data());
        } catch (UnreadableEventException e) {
            log.error("{} is unreadable and parked: {}", message.id(), e.getMessage());
            deadLetters.parkUnreadable(message, e);
            return true;
        } catch (RedeliverLaterException e) {
            log.info("{} will come again: {}", message.id(), e.getMessage());
            return false;
        } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError e) {
            if (Failures.isOutage(e)) {
                log.warn("{} met an outage and will come again: {}", message.id(), e.toString());
                return false;
            }
            boolean parked = deadLetters.countFailure(message, e);
            log.error("{} failed{}", message.id(), parked ? " and is parked" : " and will come again", e);
            return parked;
        }
        if (message.redelivered()) {
            deadLetters.forget(message);
        }
        return true;
    }

    /** Lets the listener act on the event, in the trace that caused it. */
    void handle(String data) {
        E event = EventJson.read(listener.type(), data);
        Trace.continued(EventJson.traceparent(data)).run(() -> listener.onMessage(event));
    }
}
