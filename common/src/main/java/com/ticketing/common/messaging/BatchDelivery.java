package com.ticketing.common.messaging;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import com.ticketing.common.events.Event;
import com.ticketing.common.events.EventJson;
import com.ticketing.common.events.UnreadableEventException;
import com.ticketing.common.tracing.MessageSpans;
import io.opentelemetry.api.trace.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers messages that have arrived together: to a batch listener at once, to others one at a time for each ordering
 * key.
 *
 * @param closed when true, the remaining messages are left to the broker
 */
record BatchDelivery<E extends Event>(Listener<E> listener, ListenerAdapter<E> adapter, BooleanSupplier closed) {

    private static final Logger log = LoggerFactory.getLogger(BatchDelivery.class);

    void deliver(List<Delivery> deliveries) {
        if (deliveries.size() <= 1) {
            deliverInOrder(deliveries);
        } else if (!(listener instanceof BatchListener<E, ?> batch) || !deliverAtOnce(batch, deliveries)) {
            deliverByKey(deliveries);
        }
    }

    private void deliverInOrder(List<Delivery> deliveries) {
        for (Delivery delivery : deliveries) {
            if (!closed.getAsBoolean() && adapter.deliver(delivery.message())) {
                delivery.acknowledge();
            }
        }
    }

    private void deliverByKey(List<Delivery> deliveries) {
        Collection<List<Delivery>> byKey = deliveries.stream()
                .collect(groupingBy(delivery -> orderingKey(delivery.message()), LinkedHashMap::new, toList()))
                .values();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            byKey.forEach(part -> threads.execute(() -> deliverInOrder(part)));
        }
    }

    private String orderingKey(ReceivedMessage message) {
        try {
            return listener.orderingKey(EventJson.read(listener.type(), message.data()));
        } catch (UnreadableEventException e) {
            log.debug("Unreadable message has no ordering key: message={}", message.id(), e);
            return message.id();
        } catch (RuntimeException e) {
            log.warn("Message has no ordering key: message={} error={}", message.id(), e.toString());
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
                    adapter.subject().channel(),
                    deliveries.size(),
                    outage ? "redelivery" : "one at a time",
                    e.toString());
            return outage;
        }
        deliveries.forEach(this::acknowledge);
        return true;
    }

    /** Each message has a span of its own trace. The common statement belongs to the first one's. */
    private <T> void applyAll(BatchListener<E, T> batch, List<Delivery> deliveries) {
        List<T> translated = new ArrayList<>();
        List<Span> spans = new ArrayList<>();
        try {
            for (Delivery delivery : deliveries) {
                String data = delivery.message().data();
                E event = EventJson.read(listener.type(), data);
                Span span = adapter.startSpan(data);
                spans.add(span);
                MessageSpans.runWithin(span, () -> translated.add(batch.translate(event)));
            }
            MessageSpans.runWithin(spans.getFirst(), () -> batch.applyAll(translated));
        } catch (RuntimeException | Error e) {
            spans.forEach(span -> MessageSpans.fail(span, e));
            throw e;
        } finally {
            spans.forEach(Span::end);
        }
    }

    private void acknowledge(Delivery delivery) {
        try {
            adapter.removeFromDeadLetters(delivery.message());
            delivery.acknowledge();
        } catch (RuntimeException e) {
            log.warn(
                    "Dead letter not removed, redelivery follows: message={}",
                    delivery.message().id(),
                    e);
        }
    }
}
