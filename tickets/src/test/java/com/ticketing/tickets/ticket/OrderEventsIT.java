package com.ticketing.tickets.ticket;

import static com.ticketing.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.events.Event;
import com.ticketing.common.events.Subject;
import com.ticketing.servicetest.Channels;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.MessageOrderings;
import com.ticketing.testsupport.Seeded;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Order events take the ticket off sale and put it back on sale. */
@TicketsServiceTest
class OrderEventsIT {

    @Autowired
    Api api;

    @Autowired
    Channels channels;

    String ticket;
    OrderEvents order;

    @BeforeEach
    void createTicket() {
        ticket = Seller.signedIn(api).createDefaultTicket();
        order = OrderEvents.of(ticket);
    }

    static Stream<Seeded<List<Integer>>> orderings() {
        return MessageOrderings.random(List.of(0, 1, 2, 3), 2, 12);
    }

    @Test
    void holdsTheTicketFromOrderCreatedToOrderCancelled() {
        channels.publish(order.created());
        eventually(() -> assertThat(holder()).contains(order.order()));

        channels.publish(order.cancelled());
        eventually(() -> assertThat(holder()).isEmpty());
        assertThat(ticket().path("version").asLong()).isEqualTo(2);
    }

    @Test
    void keepsASoldTicketOffSaleUntilItIsRelisted() {
        sell();
        assertThat(holder()).contains(order.order());

        channels.publish(order.refunded(true));
        eventually(() -> assertThat(holder()).isEmpty());
    }

    @Test
    void keepsARefundedTicketOffSaleUnlessItIsRelisted() {
        channels.publish(order.refunded(false));
        eventually(() -> assertThat(holder()).contains(order.order()));
    }

    @Test
    void staysOnSaleIfOrderCancelledArrivesBeforeOrderCreated() {
        channels.publish(order.cancelled());
        eventually(() -> assertThat(ticket().path("version").asLong()).isEqualTo(1));

        channels.publish(order.created());
        awaitHandled(order.created());
        assertThat(holder()).isEmpty();
        assertThat(ticket().path("version").asLong()).isEqualTo(1);
    }

    @Test
    void ignoresDuplicateAndStaleEvents() {
        sell();
        JsonNode before = ticket();

        channels.publish(order.completed());
        channels.publish(order.created());
        awaitHandled(order.completed());
        awaitHandled(order.created());

        assertThat(ticket()).isEqualTo(before);
        eventually(() ->
                assertThat(channels.received(Subject.TICKET_UPDATED, ticket)).hasSize(2));
    }

    /** The broker keeps the order within a channel; across the four channels, the service sees any order. */
    @ParameterizedTest
    @MethodSource("orderings")
    void endsWithTheSecondBuyerForEveryOrderingOfTheEvents(Seeded<List<Integer>> ordering) {
        OrderEvents next = OrderEvents.of(ticket);
        List<Event> events = List.of(order.created(), order.cancelled(), next.created(), next.completed());

        ordering.value().stream().map(events::get).forEach(channels::publish);
        events.forEach(this::awaitHandled);

        assertThat(holder()).contains(next.order());
        int version = (int) ticket().path("version").asLong();
        eventually(() ->
                assertThat(channels.received(Subject.TICKET_UPDATED, ticket)).hasSize(version));
    }

    @Test
    void acceptsEventsOfAnotherProducerWithOtherFields() {
        String json = """
                {"id":"%s","version":0,"status":"awaiting:payment","userId":"u1","expiresAt":"2030-01-01T12:00:00.000Z",
                 "ticket":{"id":"%s","price":20,"seat":{"row":7}},"__v":3,"note":null}""".formatted(order.order(), ticket);
        channels.publish(Subject.ORDER_CREATED, json);
        eventually(() -> assertThat(holder()).contains(order.order()));

        // the order:cancelled of the course has only these fields
        channels.publish(
                Subject.ORDER_CANCELLED,
                "{\"id\":\"%s\",\"version\":1,\"ticket\":{\"id\":\"%s\"}}".formatted(order.order(), ticket));
        eventually(() -> assertThat(holder()).isEmpty());
    }

    private void sell() {
        channels.publish(order.created());
        eventually(() -> assertThat(ticket().path("version").asLong()).isEqualTo(1));
        channels.publish(order.completed());
        eventually(() -> assertThat(ticket().path("version").asLong()).isEqualTo(2));
    }

    /** Awaits the effect of a later event on the same channel, whose messages are handled one after the other. */
    private void awaitHandled(Event event) {
        String another = Seller.signedIn(api).createDefaultTicket();
        OrderEvents later = OrderEvents.of(another);
        channels.publish(
                switch (event.subject()) {
                    case ORDER_CREATED -> later.created();
                    case ORDER_CANCELLED -> later.cancelled();
                    case ORDER_COMPLETED -> later.completed();
                    default -> later.refunded(true);
                });
        eventually(() ->
                assertThat(channels.received(Subject.TICKET_UPDATED, another)).isNotEmpty());
    }

    private JsonNode ticket() {
        return api.get("/api/tickets/" + ticket).expect(200).json();
    }

    private Optional<String> holder() {
        return ticket().optional("orderId").map(JsonNode::asString);
    }
}
