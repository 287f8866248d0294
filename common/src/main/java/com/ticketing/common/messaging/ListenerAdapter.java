package com.ticketing.common.messaging;

import com.ticketing.common.events.Event;
import com.ticketing.common.events.EventJson;
import com.ticketing.common.events.Subject;
import com.ticketing.common.events.UnreadableEventException;
import com.ticketing.common.tracing.MessageSpans;
import io.opentelemetry.api.trace.Span;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Passes messages to one listener and decides whether a failed message is redelivered or parked. */
final class ListenerAdapter<E extends Event> {

    private static final Logger log = LoggerFactory.getLogger(ListenerAdapter.class);

    private final Listener<E> listener;
    private final DeadLetters deadLetters;
    private final MessageSpans spans;

    ListenerAdapter(Listener<E> listener, DeadLetters deadLetters, MessageSpans spans) {
        this.listener = listener;
        this.deadLetters = deadLetters;
        this.spans = spans;
    }

    Subject subject() {
        return Subject.of(listener.type());
    }

    /**
     * Delivers messages that have arrived together, and acknowledges each that is handled or parked. Returns when all
     * are delivered.
     *
     * @param closed when true, the remaining messages are left to the broker
     */
    void deliver(List<Delivery> deliveries, BooleanSupplier closed) {
        new BatchDelivery<>(listener, this, closed).deliver(deliveries);
    }

    /**
     * Returns true if the message is handled or parked and must be acknowledged, false if the broker must redeliver it.
     */
    boolean deliver(ReceivedMessage message) {
        try {
            return handleOrPark(message);
        } catch (RuntimeException e) {
            log.warn("Message failure not counted, redelivery follows: message={}", message.id(), e);
            return false;
        }
    }

    private boolean handleOrPark(ReceivedMessage message) {
        try {
            handle(message.data());
        } catch (UnreadableEventException e) {
            log.error("Unreadable message parked: message={} error={}", message.id(), e.getMessage());
            deadLetters.parkUnreadable(message, e);
            return true;
        } catch (RedeliverLaterException e) {
            log.info("Message postponed, redelivery follows: message={} reason={}", message.id(), e.getMessage());
            return false;
        } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError e) {
            if (DependencyOutages.isCauseOf(e)) {
                log.warn(
                        "Message interrupted by an outage, redelivery follows: message={} error={}",
                        message.id(),
                        e.toString());
                return false;
            }
            boolean parked = deadLetters.countFailure(message, e);
            log.error("Message failed: message={} parked={}", message.id(), parked, e);
            return parked;
        }
        removeFromDeadLetters(message);
        return true;
    }

    /** Removes the failures of a message that was handled. */
    void removeFromDeadLetters(ReceivedMessage message) {
        if (message.redelivered()) {
            deadLetters.remove(message.id());
        }
    }

    /** Calls the listener in a span of the trace that the event carries. */
    void handle(String data) {
        E event = EventJson.read(listener.type(), data);
        MessageSpans.run(startSpan(data), () -> listener.onMessage(event));
    }

    Span startSpan(String data) {
        return spans.consume(subject(), data);
    }
}
