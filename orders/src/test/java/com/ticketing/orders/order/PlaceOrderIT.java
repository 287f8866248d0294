package com.ticketing.orders.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.ticketing.common.events.TicketCreated;
import com.ticketing.common.events.TicketUpdated;
import com.ticketing.orders.ticket.TicketReplicas;
import com.ticketing.servicetest.Channels;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import com.ticketing.testsupport.ApiResponse.Failure;
import com.ticketing.testsupport.ConcurrentRequests;
import com.ticketing.testsupport.Eventually;
import com.ticketing.testsupport.MovableClock;
import com.ticketing.testsupport.SignedIn;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@OrdersServiceTest
class PlaceOrderIT {

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

    @BeforeEach
    void signIn() {
        buyer = Buyer.signedIn(api);
    }

    @Test
    void returnsThePlacedOrder() {
        TicketCreated ticket = publisher.publish("19.99");
        Duration hold = Duration.ofMinutes(15);
        Instant before = clock.instant().truncatedTo(ChronoUnit.MILLIS);

        ApiResponse response = buyer.requestOrder(ticket.id()).expect(201);

        JsonNode order = response.json();
        assertThat(order.propertyNames())
                .containsExactlyInAnyOrder("id", "status", "userId", "placedAt", "expiresAt", "version", "ticket");
        assertThat(order.path("id").asString()).matches("[0-9a-f]{24}");
        assertThat(order.path("status").asString()).isEqualTo("created");
        assertThat(order.path("userId").asString()).isEqualTo(buyer.id());
        assertThat(order.path("version").asLong()).isZero();
        assertThat(Instant.parse(order.path("expiresAt").asString()))
                .isBetween(before.plus(hold), clock.instant().plus(hold));
        assertThat(response.text())
                .contains("\"ticket\":{\"id\":\"%s\",\"title\":\"Concert\",\"price\":19.99,\"version\":0}"
                        .formatted(ticket.id()));
        assertThat(buyer.getOrder(order.path("id").asString())).isEqualTo(order);
    }

    @Test
    void rejectsAnOrderWithoutASession() {
        ApiResponse response = api.post("/api/orders", Map.of("ticketId", publisher.publishTicket()));

        assertThat(response.status()).isEqualTo(401);
        assertThat(response.codes()).containsExactly("not-authorized");
    }

    @Test
    void rejectsAnOrderWithoutAKnownTicket() {
        ApiResponse unknown = buyer.requestOrder(SignedIn.newId());
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.codes()).containsExactly("not-found");

        for (Object body : List.of(Map.of(), Map.of("ticketId", ""), Map.of("ticketId", " "))) {
            ApiResponse missing = buyer.api().post("/api/orders", body);
            assertThat(missing.status()).isEqualTo(400);
            assertThat(missing.errors())
                    .extracting(Failure::code, Failure::field)
                    .containsExactly(tuple("ticket-id-missing", "ticketId"));
        }
    }

    @Test
    void rejectsAnOrderWhileAnotherBuyerHoldsTheTicket() {
        String ticket = publisher.publishTicket();
        Buyer.signedIn(api).placeOrder(ticket);

        ApiResponse rejected = buyer.requestOrder(ticket);

        assertThat(rejected.status()).isEqualTo(400);
        assertThat(rejected.codes()).containsExactly("ticket-reserved");
        assertThat(buyer.api().get("/api/orders").json()).isEmpty();
    }

    @Test
    void rejectsAnOrderWhileTheSameBuyerHoldsTheTicket() {
        String ticket = publisher.publishTicket();
        buyer.placeOrder(ticket);

        assertThat(buyer.requestOrder(ticket).codes()).containsExactly("ticket-reserved");
    }

    @Test
    void acceptsAnOrderAfterTheFormerHoldWasCancelled() {
        String ticket = publisher.publishTicket();
        Buyer first = Buyer.signedIn(api);
        first.cancelOrder(first.placeOrder(ticket)).expect(204);

        String order = buyer.placeOrder(ticket);
        assertThat(buyer.statusOf(order)).isEqualTo("created");
    }

    @Test
    void acceptsOneOfFiftyConcurrentOrders() throws Exception {
        String ticket = publisher.publishTicket();
        List<Buyer> buyers =
                Stream.generate(() -> Buyer.signedIn(api)).limit(50).toList();

        List<ApiResponse> responses = ConcurrentRequests.send(buyers, each -> each.requestOrder(ticket));

        assertThat(responses).filteredOn(response -> response.status() == 201).hasSize(1);
        assertThat(responses)
                .filteredOn(response -> response.status() != 201)
                .hasSize(49)
                .allSatisfy(response -> {
                    assertThat(response.status()).as(response.text()).isEqualTo(400);
                    assertThat(response.codes()).containsExactly("ticket-reserved");
                });
    }

    @Test
    void keepsTheTicketOfTheTimeWhenTheOrderWasPlaced() {
        TicketCreated ticket = publisher.publish("20");
        String order = buyer.placeOrder(ticket.id());

        channels.publish(
                new TicketUpdated(ticket.id(), 1, "Concert, extended", new BigDecimal("90"), ticket.sellerId(), null));
        Eventually.eventually(() ->
                assertThat(replicas.find(ticket.id()).orElseThrow().version()).isEqualTo(1));

        JsonNode snapshot = buyer.getOrder(order).path("ticket");
        assertThat(snapshot.path("price").asInt()).isEqualTo(20);
        assertThat(snapshot.path("title").asString()).isEqualTo("Concert");
        assertThat(snapshot.path("version").asLong()).isZero();
    }
}
