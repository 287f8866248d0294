package com.ticketing.common.messaging;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import com.ticketing.common.events.Event;
import com.ticketing.common.events.EventJson;
import com.ticketing.common.events.Subject;
import com.ticketing.common.events.UnreadableEventException;
import com.ticketing.common.tracing.Trace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Passes messages to one listener and decides whether a failed message is redelivered or parked. */
final class ListenerAdapter<E extends Event> {

    private static final Logger log = LoggerFactory.getLogger(ListenerAdapter.class);

    private final Listener<E> listener;
    private final DeadLetters deadLetters;

    ListenerAdapter(Listener<E> listener, DeadLetters deadLetters) {
        this.listener = listener;
        this.deadLetters = deadLetters;
    }

    Subject subject() {
        return Subject.of(listener.type());
    }

    /**
     * Delivers messages that have arrived together, and acknowledges each that is handled or parked. Returns when all are
     * delivered.
     *
     * @param closed when true, the remaining messages are left to the broker
     */
    void deliver(List<Delivery> deliveries, BooleanSupplier closed) {
        if (deliveries.size() > 1
                && listener instanceof BatchListener<E, ?> batch
                && deliverAtOnce(batch, deliveries)) {
            return;
        }
        Collection<List<Delivery>> ordered = deliveries.size() > 1
                ? deliveries.stream()
                        .collect(groupingBy(delivery -> orderingKey(delivery.message()), LinkedHashMap::new, toList()))
                        .values()
                : List.of(deliveries);
        if (ordered.size() == 1) {
            deliverInOrder(deliveries, closed);
        } else {
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                ordered.forEach(part -> threads.execute(() -> deliverInOrder(part, closed)));
            }
        }
    }

    private void deliverInOrder(List<Delivery> deliveries, BooleanSupplier closed) {
        for (Delivery delivery : deliveries) {
            if (!closed.getAsBoolean() && deliver(delivery.message())) {
                delivery.acknowledge();
            }
        }
    }

    private String orderingKey(ReceivedMessage message) {
        try {
            return listener.orderingKey(EventJson.read(listener.type(), message.data()));
        } catch (UnreadableEventException e) {
            log.debug("Unreadable message has no ordering key: message={}", message.id(), e);
            return message.id();
        }
    }

    /** Returns false if the messages must be delivered one at a time, because one of them may have failed. */
    private boolean deliverAtOnce(BatchListener<E, ?> batch, List<Delivery> deliveries) {
        try {
            applyAll(batch, deliveries);
        } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError e) {
            boolean outage = DependencyOutages.isCauseOf(e);
            log.warn(
                    "Batch failed: channel={} messages={} next={} error={}",
                    subject().channel(),
                    deliveries.size(),
                    outage ? "redelivery" : "one at a time",
                    e.toString());
            return outage;
        }
        for (Delivery delivery : deliveries) {
            if (isRemovedFromDeadLetters(delivery.message())) {
                delivery.acknowledge();
            }
        }
        return true;
    }

    private <T> void applyAll(BatchListener<E, T> batch, List<Delivery> deliveries) {
        List<T> translated = new ArrayList<>();
        for (Delivery delivery : deliveries) {
            String data = delivery.message().data();
            E event = EventJson.read(listener.type(), data);
            Trace.continued(EventJson.traceparent(data)).run(() -> translated.add(batch.translate(event)));
        }
        batch.applyAll(translated);
    }

    private boolean isRemovedFromDeadLetters(ReceivedMessage message) {
        try {
            removeFromDeadLetters(message);
            return true;
        } catch (RuntimeException e) {
            log.warn("Dead letter not removed, redelivery follows: message={}", message.id(), e);
            return false;
        }
    }

    /** Returns true if the message is handled or parked and must be acknowledged, false if the broker must redeliver it. */
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

    private void removeFromDeadLetters(ReceivedMessage message) {
        if (message.redelivered()) {
            deadLetters.remove(message.id());
        }
    }

    /** Calls the listener in the trace that the event carries. */
    void handle(String data) {
        E event = EventJson.read(listener.type(), data);
        Trace.continued(EventJson.traceparent(data)).run(() -> listener.onMessage(event));
    }
}
