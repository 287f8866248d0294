package com.ticketing.common.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventJsonTest {

    private static final String TICKET =
            "{\"id\":\"a1\",\"version\":0,\"title\":\"Concert\",\"price\":%s,\"userId\":\"b1\"}";
    private static final String CANCELLED = "{\"id\":\"c1\",\"version\":1,\"status\":%s,\"ticket\":{\"id\":\"a1\"}}";

    @ParameterizedTest
    @CsvSource({
        "20, 20",
        "20.0, 20",
        "20.00, 20",
        "2E1, 20",
        "2e+1, 20",
        "19.99, 19.99",
        "19.990, 19.99",
        "0.5, 0.5",
        "1000000, 1000000",
        "1E6, 1000000"
    })
    void readsAPriceInAnyFormAndWritesTheCanonicalForm(String read, String written) {
        TicketCreated event = EventJson.read(TicketCreated.class, TICKET.formatted(read));
        assertThat(event.price()).isEqualTo(written);
        assertThat(EventJson.write(event, null)).isEqualTo(TICKET.formatted(written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"much\"", "[]", "true", "1E999999999", "1E-999999999", "NaN"})
    void rejectsAnInvalidPrice(String price) {
        assertUnreadable(TicketCreated.class, TICKET.formatted(price));
    }

    @ParameterizedTest
    @CsvSource({
        "created, CREATED",
        "cancelled, CANCELLED",
        "awaiting:payment, AWAITING_PAYMENT",
        "complete, COMPLETE",
        "refunded, REFUNDED"
    })
    void readsEveryOrderStatus(String wire, OrderStatus status) {
        assertThat(EventJson.read(OrderCancelled.class, CANCELLED.formatted("\"" + wire + "\""))
                        .status())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"lost\"", "\"CREATED\"", "\"\"", "0", "true", "{}"})
    void rejectsAnUnknownOrderStatus(String status) {
        assertUnreadable(OrderCancelled.class, CANCELLED.formatted(status));
    }

    @Test
    void rejectsAnEventWithAnIncompleteTicket() {
        assertUnreadable(OrderCancelled.class, "{\"id\":\"c1\",\"version\":1,\"ticket\":{}}");
        assertUnreadable(
                OrderCreated.class,
                "{\"id\":\"c1\",\"version\":0,\"status\":\"created\",\"userId\":\"b2\","
                        + "\"expiresAt\":\"2026-11-24T12:15:00.000Z\",\"ticket\":{\"id\":\"a1\"}}");
    }

    @Test
    void readsTheEventsOfTheCourse() {
        OrderCreated event = EventJson.read(
                OrderCreated.class,
                "{\"id\":\"c1\",\"version\":0,\"status\":\"created\",\"userId\":\"b2\","
                        + "\"expiresAt\":\"2026-11-24T12:15:00.123Z\",\"ticket\":{\"id\":\"a1\",\"price\":20}}");
        assertThat(event.expiresAt()).isEqualTo(Instant.parse("2026-11-24T12:15:00.123Z"));
        assertThat(event.ticket().sellerId()).isNull();
        assertThat(EventJson.read(PaymentCreated.class, "{\"id\":\"d1\",\"orderId\":\"c1\",\"stripeId\":\"ch_1\"}")
                        .version())
                .isNull();
    }

    @Test
    void returnsNoTraceContextIfThereIsNone() {
        assertThat(EventJson.traceparent("nonsense")).isEmpty();
        assertThat(EventJson.traceparent("[]")).isEmpty();
        assertThat(EventJson.traceparent("")).isEmpty();
        assertThat(EventJson.traceparent("{\"traceparent\":7}")).isEmpty();
    }

    private static void assertUnreadable(Class<? extends Event> type, String json) {
        assertThatExceptionOfType(UnreadableEventException.class).isThrownBy(() -> EventJson.read(type, json));
    }
}
