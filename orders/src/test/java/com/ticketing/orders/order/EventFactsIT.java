package com.ticketing.orders.order;

import static com.ticketing.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.events.PaymentCreated;
import com.ticketing.common.events.Subject;
import com.ticketing.common.events.TicketCreated;
import com.ticketing.common.events.TicketFacts;
import com.ticketing.common.events.TicketUpdated;
import com.ticketing.orders.ticket.TicketReplica;
import com.ticketing.orders.ticket.TicketReplicas;
import com.ticketing.servicetest.Channels;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import com.ticketing.testsupport.MovableClock;
import com.ticketing.testsupport.SignedIn;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What an order shows of its event, and that a ticket cannot be ordered after its start. */
@OrdersServiceTest
class EventFactsIT {

    @Autowired
    Api api;

    @Autowired
    Channels channels;

    @Autowired
    MovableClock clock;

    @Autowired
    TicketPublisher publisher;

    @Autowired
    TicketReplicas replicas;

    Buyer buyer;
    Instant start;

    @BeforeEach
    void signIn() {
        buyer = Buyer.signedIn(api);
        start = clock.instant().plus(Duration.ofMinutes(10)).truncatedTo(ChronoUnit.MILLIS);
    }

    @Test
    void anOrderKeepsTheFactsOfTheTimeWhenItWasPlaced() {
        TicketCreated ticket = publish();
        String order = buyer.placeOrder(ticket.id());
        channels.publish(new TicketUpdated(ticket.id(), 1, "Concert", BigDecimal.TEN, ticket.sellerId(), null));
        eventually(() ->
                assertThat(replicas.find(ticket.id()).orElseThrow().facts()).isEqualTo(TicketFacts.NONE));

        JsonNode snapshot = buyer.getOrder(order).path("ticket");

        assertThat(Instant.parse(snapshot.path("startsAt").asString())).isEqualTo(start);
        assertThat(snapshot.path("timeZone").asString()).isEqualTo("Europe/Vienna");
        assertThat(snapshot.path("venue").asString()).isEqualTo("Stephaniensaal");
        assertThat(snapshot.path("city").asString()).isEqualTo("Graz");
        assertThat(snapshot.path("category").asString()).isEqualTo("music");
        assertThat(snapshot.path("seat").asString()).isEqualTo("Row 3");
    }

    @Test
    void rejectsAnOrderOnceTheEventHasStarted() {
        String ticket = publish().id();
        clock.advance(Duration.ofMinutes(10));

        ApiResponse rejected = buyer.requestOrder(ticket).expect(400);

        assertThat(rejected.codes()).containsExactly("event-started");
    }

    @Test
    void completesAHoldThatWasPlacedBeforeTheStart() {
        String order = buyer.placeOrder(publish().id());
        clock.advance(Duration.ofMinutes(11));

        channels.publish(new PaymentCreated(SignedIn.newId(), order, "pi_1", 0L));

        eventually(() -> assertThat(buyer.statusOf(order)).isEqualTo("complete"));
    }

    @Test
    void appliesATicketWithMalformedFacts() {
        String id = SignedIn.newId();
        channels.publish(
                Subject.TICKET_CREATED,
                "{\"id\":\"%s\",\"version\":0,\"title\":\"Concert\",\"price\":20,\"userId\":\"u1\",\"startsAt\":[1],\"venue\":{\"a\":1},\"category\":7,\"city\":\"Graz\"}"
                        .formatted(id));

        eventually(() -> assertThat(replicas.find(id))
                .get()
                .extracting(TicketReplica::facts)
                .isEqualTo(new TicketFacts(null, null, null, "Graz", null, null)));
    }

    private TicketCreated publish() {
        return publisher.publish(new TicketCreated(
                SignedIn.newId(),
                0,
                "Concert",
                BigDecimal.TEN,
                SignedIn.newId(),
                new TicketFacts(start, "Europe/Vienna", "Stephaniensaal", "Graz", "music", "Row 3")));
    }
}
