package com.ticketing.orders.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** An order is placed only at the price that the buyer expects. */
@OrdersServiceTest
class PricePreconditionIT {

    @Autowired
    Api api;

    @Autowired
    TicketPublisher publisher;

    Buyer buyer;

    @BeforeEach
    void signIn() {
        buyer = Buyer.signedIn(api);
    }

    @ParameterizedTest
    @ValueSource(strings = {"20", "20.0", "20.00", "2e1"})
    void acceptsTheCurrentPrice(String price) {
        assertThat(requestOrder(publisher.publishTicket(), price).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.99", "20.01", "0", "-20", "1e300"})
    void rejectsAnotherPriceAndReturnsTheCurrentTicket(String price) {
        String ticket = publisher.publishTicket();

        ApiResponse rejected = requestOrder(ticket, price);

        assertThat(rejected.status()).isEqualTo(409);
        assertThat(rejected.codes()).containsExactly("price-changed");
        assertThat(rejected.text())
                .contains("\"current\":{\"id\":\"%s\",\"title\":\"Concert\",\"price\":20,\"version\":0}"
                        .formatted(ticket));
        buyer.placeOrder(ticket);
    }

    private ApiResponse requestOrder(String ticket, String price) {
        String body = "{\"ticketId\":\"%s\",\"price\":%s}".formatted(ticket, price);
        return buyer.api().sendText("POST", "/api/orders", "application/json", body);
    }
}
