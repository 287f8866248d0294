package com.ticketing.common.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.ticketing.common.events.EventJson;
import com.ticketing.common.events.ExpirationComplete;
import com.ticketing.common.events.Subject;
import com.ticketing.common.tracing.MessageSpans;
import io.opentelemetry.api.OpenTelemetry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class ListenerAdapterTest {

    private final DeadLetters deadLetters = mock(DeadLetters.class);
    private final List<String> acknowledged = Collections.synchronizedList(new ArrayList<>());
    private final List<List<String>> applied = Collections.synchronizedList(new ArrayList<>());

    @Test
    void appliesABatchAtOnceAndAcknowledgesItsMessages() {
        deliver(batchListener(), "a", "b", "c");

        assertThat(applied).containsExactly(List.of("a", "b", "c"));
        assertThat(acknowledged).containsExactly("a", "b", "c");
    }

    @Test
    void findsTheFailingMessageOfABatch() {
        deliver(batchListener(), "a", "fails", "c");

        assertThat(applied).containsExactly(List.of("a"), List.of("c"));
        assertThat(acknowledged).containsExactly("a", "c");
        verify(deadLetters).countFailure(argThat(message -> message.data().contains("fails")), any());
    }

    @Test
    void acknowledgesTheFailingMessageOfABatchWhenItIsParked() {
        when(deadLetters.countFailure(any(), any())).thenReturn(true);

        deliver(batchListener(), "a", "fails");

        assertThat(acknowledged).containsExactly("a", "fails");
    }

    @Test
    void leavesAWholeBatchToTheBrokerDuringAnOutage() {
        deliver(batchListener(), "a", "outage", "c");

        assertThat(applied).isEmpty();
        assertThat(acknowledged).isEmpty();
        verify(deadLetters, never()).countFailure(any(), any());
    }

    @Test
    void handlesEventsWithDifferentOrderingKeysAtTheSameTime() {
        CountDownLatch bothRunning = new CountDownLatch(2);
        Listener<ExpirationComplete> listener = new Listener<>(ExpirationComplete.class) {
            @Override
            protected String orderingKey(ExpirationComplete event) {
                return event.orderId();
            }

            @Override
            protected void onMessage(ExpirationComplete event) {
                bothRunning.countDown();
                await(bothRunning);
            }
        };

        deliver(listener, "a", "b");

        assertThat(acknowledged).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void handlesEventsWithOneOrderingKeyInTheirOrder() {
        List<String> handled = Collections.synchronizedList(new ArrayList<>());
        Listener<ExpirationComplete> listener = new Listener<>(ExpirationComplete.class) {
            @Override
            protected String orderingKey(ExpirationComplete event) {
                return event.orderId().substring(0, 1);
            }

            @Override
            protected void onMessage(ExpirationComplete event) {
                handled.add(event.orderId());
            }
        };

        deliver(listener, "a1", "b1", "a2", "b2", "a3");

        assertThat(handled).filteredOn(id -> id.startsWith("a")).containsExactly("a1", "a2", "a3");
        assertThat(handled).filteredOn(id -> id.startsWith("b")).containsExactly("b1", "b2");
    }

    @Test
    void countsTheFailureOfAMessageWithoutAnOrderingKey() {
        Listener<ExpirationComplete> listener = new Listener<>(ExpirationComplete.class) {
            @Override
            protected String orderingKey(ExpirationComplete event) {
                return failUnless(event, "a");
            }

            @Override
            protected void onMessage(ExpirationComplete event) {
                failUnless(event, "a");
            }
        };

        deliver(listener, "a", "fails");

        assertThat(acknowledged).containsExactly("a");
        verify(deadLetters).countFailure(argThat(message -> message.data().contains("fails")), any());
    }

    private static String failUnless(ExpirationComplete event, String orderId) {
        if (!event.orderId().equals(orderId)) {
            throw new IllegalStateException("fails");
        }
        return orderId;
    }

    private BatchListener<ExpirationComplete, String> batchListener() {
        return new BatchListener<>(ExpirationComplete.class) {
            @Override
            protected String translate(ExpirationComplete event) {
                return event.orderId();
            }

            @Override
            protected void applyAll(List<String> orderIds) {
                if (orderIds.contains("outage")) {
                    throw new DataAccessResourceFailureException("no database");
                }
                if (orderIds.contains("fails")) {
                    throw new IllegalStateException("fails");
                }
                applied.add(List.copyOf(orderIds));
            }
        };
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void deliver(Listener<ExpirationComplete> listener, String... orderIds) {
        List<Delivery> deliveries = Stream.of(orderIds).map(this::delivery).toList();
        new ListenerAdapter<>(listener, deadLetters, new MessageSpans(OpenTelemetry.noop()))
                .deliver(deliveries, () -> false);
    }

    private Delivery delivery(String orderId) {
        String json = EventJson.write(new ExpirationComplete(orderId), null);
        ReceivedMessage message =
                new ReceivedMessage(Subject.EXPIRATION_COMPLETE, new ChannelPosition(1, Instant.EPOCH), json, false);
        return new Delivery(message, () -> acknowledged.add(orderId));
    }
}
