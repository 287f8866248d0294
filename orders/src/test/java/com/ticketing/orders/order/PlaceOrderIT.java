package com.ticketing.orders.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.events.TicketCreated;
import com.ticketing.common.events.TicketUpdated;
import com.ticketing.orders.ticket.Tickets;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import com.ticketing.testsupport.ApiResponse.Failure;
import com.ticketing.testsupport.AtOnce;
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
    Shop shop;

    @Autowired
    Tickets copies;

    Buyer buyer;

    @BeforeEach
    void signIn() {
        buyer = Buyer.of(api);
    }

    @Test
    void answersTheOrder() {
        TicketCreated ticket = shop.lists("19.99");
        Duration hold = Duration.ofMinutes(15);
        Instant before = clock.instant().truncatedTo(ChronoUnit.MILLIS);

        ApiResponse response = buyer.asksFor(ticket.id()).expect(201);

        JsonNode order = response.json();
        assertThat(order.propertyNames())
                .containsExactlyInAnyOrder("id", "status", "userId", "expiresAt", "version", "ticket");
        assertThat(order.path("id").asString()).matches("[0-9a-f]{24}");
        assertThat(order.path("status").asString()).isEqualTo("created");
        assertThat(order.path("userId").asString()).isEqualTo(buyer.id());
        assertThat(order.path("version").asLong()).isZero();
        assertThat(Instant.parse(order.path("expiresAt").asString()))
                .isBetween(before.plus(hold), clock.instant().plus(hold));
        assertThat(response.text())
                .contains("\"ticket\":{\"id\":\"%s\",\"title\":\"Concert\",\"price\":19.99,\"version\":0}"
                        .formatted(ticket.id()));
        assertThat(buyer.sees(order.path("id").asString())).isEqualTo(order);
    }

    @Test
    void isNotForAnonymousCallers() {
        ApiResponse response = api.post("/api/orders", Map.of("ticketId", shop.listsOne()));

        assertThat(response.status()).isEqualTo(401);
        assertThat(response.messages()).containsExactly("Not authorized");
    }

    @Test
    void needsATicket() {
        ApiResponse unknown = buyer.asksFor(SignedIn.newId());
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.messages()).containsExactly("Not Found");

        for (Object body : List.of(Map.of(), Map.of("ticketId", ""), Map.of("ticketId", " "))) {
            ApiResponse missing = buyer.api().post("/api/orders", body);
            assertThat(missing.status()).isEqualTo(400);
            assertThat(missing.errors())
                    .containsExactly(new Failure("TicketId must be provided", "ticketId", "ticket-id-missing"));
        }
    }

    @Test
    void isRefusedWhileAnotherHoldsTheTicket() {
        String ticket = shop.listsOne();
        Buyer.of(api).places(ticket);

        ApiResponse refused = buyer.asksFor(ticket);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.messages()).containsExactly("Ticket is already reserved");
        assertThat(buyer.api().get("/api/orders").json()).isEmpty();
    }

    @Test
    void isRefusedWhileOneHoldsItOneself() {
        String ticket = shop.listsOne();
        buyer.places(ticket);

        assertThat(buyer.asksFor(ticket).messages()).containsExactly("Ticket is already reserved");
    }

    @Test
    void isPossibleAgainAfterTheHoldWasLetGo() {
        String ticket = shop.listsOne();
        Buyer first = Buyer.of(api);
        first.cancels(first.places(ticket)).expect(204);

        String order = buyer.places(ticket);
        assertThat(buyer.statusOf(order)).isEqualTo("created");
    }

    @Test
    void isForOneOfFiftyWhoAskAtOnce() throws Exception {
        String ticket = shop.listsOne();
        List<Buyer> buyers = Stream.generate(() -> Buyer.of(api)).limit(50).toList();

        List<ApiResponse> answers = AtOnce.forEach(buyers, each -> each.asksFor(ticket));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .hasSize(49)
                .allSatisfy(answer -> {
                    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
                    assertThat(answer.messages()).containsExactly("Ticket is already reserved");
                });
    }

    @Test
    void keepsTheTicketAsItWas() {
        TicketCreated ticket = shop.lists("20");
        String order = buyer.places(ticket.id());

        channels.publish(
                new TicketUpdated(ticket.id(), 1, "Concert, dearer", new BigDecimal("90"), ticket.sellerId(), null));
        Eventually.eventually(() ->
                assertThat(copies.find(ticket.id()).orElseThrow().version()).isEqualTo(1));

        JsonNode snapshot = buyer.sees(order).path("ticket");
        assertThat(snapshot.path("price").asInt()).isEqualTo(20);
        assertThat(snapshot.path("title").asString()).isEqualTo("Concert");
        assertThat(snapshot.path("version").asLong()).isZero();
    }
}
