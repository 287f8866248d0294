package com.ticketing.orders.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import com.ticketing.testsupport.MovableClock;
import com.ticketing.testsupport.SignedIn;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@OrdersServiceTest
class ReadOrdersIT {

    @Autowired
    Api api;

    @Autowired
    MovableClock clock;

    @Autowired
    TicketPublisher publisher;

    Buyer buyer;

    @BeforeEach
    void signIn() {
        buyer = Buyer.signedIn(api);
    }

    @Test
    void returnsTheBuyersOwnOrdersWithTheirTicketsNewestFirst() {
        String ticket = publisher.publishTicket();
        String first = buyer.placeOrder(ticket);
        buyer.cancelOrder(first);
        clock.advance(Duration.ofMinutes(1));
        String second = buyer.placeOrder(ticket);
        Buyer.signedIn(api).placeOrder(publisher.publishTicket());

        JsonNode orders = buyer.api().get("/api/orders").expect(200).json();

        assertThat(orders).containsExactly(buyer.getOrder(second), buyer.getOrder(first));
        assertThat(orders)
                .allSatisfy(order ->
                        assertThat(order.path("ticket").path("id").asString()).isEqualTo(ticket));
    }

    @Test
    void returnsOrdersByPage() {
        List<String> placed = Stream.generate(() -> buyer.placeOrder(publisher.publishTicket()))
                .limit(3)
                .toList();

        ApiResponse first = buyer.api().get("/api/orders?limit=2").expect(200);
        ApiResponse second =
                buyer.api().get("/api/orders?limit=2&after=" + placed.get(1)).expect(200);

        assertThat(ids(first)).containsExactly(placed.get(2), placed.get(1));
        assertThat(first.header("Link"))
                .contains("</api/orders?limit=2&after=%s>; rel=\"next\"".formatted(placed.get(1)));
        assertThat(ids(second)).containsExactly(placed.getFirst());
        assertThat(second.header("Link")).isEmpty();
    }

    @Test
    void rejectsRequestsWithoutASession() {
        for (String path : List.of("/api/orders", "/api/orders/" + SignedIn.newId())) {
            ApiResponse response = api.get(path);
            assertThat(response.status()).isEqualTo(401);
            assertThat(response.codes()).containsExactly("not-authorized");
        }
    }

    @Test
    void doesNotReturnTheOrderOfAnotherBuyer() {
        String order = Buyer.signedIn(api).placeOrder(publisher.publishTicket());

        ApiResponse response = buyer.api().get("/api/orders/" + order);

        assertThat(response.status()).isEqualTo(401);
        assertThat(response.codes()).containsExactly("not-authorized");
    }

    @Test
    void returnsNotFoundForAnUnknownOrder() {
        ApiResponse response = buyer.api().get("/api/orders/" + SignedIn.newId());

        assertThat(response.status()).isEqualTo(404);
        assertThat(response.codes()).containsExactly("not-found");
    }

    private static List<String> ids(ApiResponse response) {
        return response.json()
                .valueStream()
                .map(order -> order.path("id").asString())
                .toList();
    }
}
