package com.ticketing.tickets.ticket;

import static com.ticketing.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.events.Event;
import com.ticketing.common.events.Subject;
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

/** Orders' events on the broker lock and free the ticket. */
@TicketsServiceTest
class FollowOrdersIT {

    @Autowired
    Api api;

    @Autowired
    Channels channels;

    String ticket;
    OrderEvents order;

    @BeforeEach
    void listOne() {
        ticket = Seller.of(api).listsOne();
        order = OrderEvents.of(ticket);
    }

    static Stream<Seeded<List<Integer>>> arrivals() {
        return MessageOrderings.random(List.of(0, 1, 2, 3), 2, 12);
    }

    @Test
    void anOrderTakesTheTicketAndItsEndFreesIt() {
        channels.publish(order.created());
        eventually(() -> assertThat(holder()).contains(order.order()));

        channels.publish(order.cancelled());
        eventually(() -> assertThat(holder()).isEmpty());
        assertThat(ticket().path("version").asLong()).isEqualTo(2);
    }

    @Test
    void aSoldTicketStaysTakenUntilItIsRelisted() {
        sell();
        assertThat(holder()).contains(order.order());

        channels.publish(order.refunded(true));
        eventually(() -> assertThat(holder()).isEmpty());
    }

    @Test
    void aRefundedTicketThatIsNotRelistedStaysTaken() {
        channels.publish(order.refunded(false));
        eventually(() -> assertThat(holder()).contains(order.order()));
    }

    @Test
    void anEndThatComesFirstLeavesTheTicketFree() {
        channels.publish(order.cancelled());
        eventually(() -> assertThat(ticket().path("version").asLong()).isEqualTo(1));

        channels.publish(order.created());
        passedBy(order.created());
        assertThat(holder()).isEmpty();
        assertThat(ticket().path("version").asLong()).isEqualTo(1);
    }

    @Test
    void repeatedAndStaleEventsChangeNothing() {
        sell();
        JsonNode before = ticket();

        channels.publish(order.completed());
        channels.publish(order.created());
        passedBy(order.completed());
        passedBy(order.created());

        assertThat(ticket()).isEqualTo(before);
        assertThat(channels.heard(Subject.TICKET_UPDATED, ticket)).hasSize(2);
    }

    /** Four channels: the broker keeps the order within each of them, the service sees any. */
    @ParameterizedTest
    @MethodSource("arrivals")
    void twoBuyersInARowEndAlikeHoweverTheirEventsArrive(Seeded<List<Integer>> arrival) {
        OrderEvents next = OrderEvents.of(ticket);
        List<Event> events = List.of(order.created(), order.cancelled(), next.created(), next.completed());

        arrival.value().stream().map(events::get).forEach(channels::publish);
        events.forEach(this::passedBy);

        assertThat(holder()).contains(next.order());
        List<JsonNode> updates = channels.heard(Subject.TICKET_UPDATED, ticket);
        assertThat(updates).hasSize((int) ticket().path("version").asLong());
    }

    @Test
    void takesWhatAnotherMakeOfProducerSends() {
        String json = """
                {"id":"%s","version":0,"status":"awaiting:payment","userId":"u1","expiresAt":"2030-01-01T12:00:00.000Z",
                 "ticket":{"id":"%s","price":20,"seat":{"row":7}},"__v":3,"note":null}""".formatted(order.order(), ticket);
        channels.publish(Subject.ORDER_CREATED, json);
        eventually(() -> assertThat(holder()).contains(order.order()));

        // the course's order:cancelled has these fields and no other
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

    /** A channel's messages are handled one after the other: once a later one has acted, so have the earlier ones. */
    private void passedBy(Event event) {
        String another = Seller.of(api).listsOne();
        OrderEvents later = OrderEvents.of(another);
        channels.publish(
                switch (event.subject()) {
                    case ORDER_CREATED -> later.created();
                    case ORDER_CANCELLED -> later.cancelled();
                    case ORDER_COMPLETED -> later.completed();
                    default -> later.refunded(true);
                });
        eventually(() ->
                assertThat(channels.heard(Subject.TICKET_UPDATED, another)).isNotEmpty());
    }

    private JsonNode ticket() {
        return api.get("/api/tickets/" + ticket).expect(200).json();
    }

    private Optional<String> holder() {
        return ticket().optional("orderId").map(JsonNode::asString);
    }
}
