package com.ticketing.orders.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import com.ticketing.testsupport.SignedIn;
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
    Shop shop;

    Buyer buyer;

    @BeforeEach
    void signIn() {
        buyer = Buyer.of(api);
    }

    @Test
    void givesOnesOwnNewestFirstEachWithItsTicket() {
        String ticket = shop.listsOne();
        String first = buyer.places(ticket);
        buyer.cancels(first);
        String second = buyer.places(ticket);
        Buyer.of(api).places(shop.listsOne());

        JsonNode orders = buyer.api().get("/api/orders").expect(200).json();

        assertThat(orders).containsExactly(buyer.sees(second), buyer.sees(first));
        assertThat(orders)
                .allSatisfy(order ->
                        assertThat(order.path("ticket").path("id").asString()).isEqualTo(ticket));
    }

    @Test
    void givesThemByPages() {
        List<String> placed =
                Stream.generate(() -> buyer.places(shop.listsOne())).limit(3).toList();

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
    void givesNothingToAnonymousCallers() {
        for (String path : List.of("/api/orders", "/api/orders/" + SignedIn.newId())) {
            ApiResponse response = api.get(path);
            assertThat(response.status()).isEqualTo(401);
            assertThat(response.messages()).containsExactly("Not authorized");
        }
    }

    @Test
    void givesNobodyElsesOrder() {
        String order = Buyer.of(api).places(shop.listsOne());

        ApiResponse response = buyer.api().get("/api/orders/" + order);

        assertThat(response.status()).isEqualTo(401);
        assertThat(response.messages()).containsExactly("Not authorized");
    }

    @Test
    void findsNoOrderThatIsNotThere() {
        ApiResponse response = buyer.api().get("/api/orders/" + SignedIn.newId());

        assertThat(response.status()).isEqualTo(404);
        assertThat(response.messages()).containsExactly("Not Found");
    }

    private static List<String> ids(ApiResponse response) {
        return response.json()
                .valueStream()
                .map(order -> order.path("id").asString())
                .toList();
    }
}
