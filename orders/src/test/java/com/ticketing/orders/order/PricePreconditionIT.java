package com.ticketing.orders.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Nobody buys at another price than the one that was seen. */
@OrdersServiceTest
class PricePreconditionIT {

    @Autowired
    Api api;

    @Autowired
    Shop shop;

    Buyer buyer;

    @BeforeEach
    void signIn() {
        buyer = Buyer.of(api);
    }

    @ParameterizedTest
    @ValueSource(strings = {"20", "20.0", "20.00", "2e1"})
    void takesThePriceThatWasSeen(String price) {
        assertThat(asksFor(shop.listsOne(), price).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.99", "20.01", "0", "-20", "1e300"})
    void refusesAnotherPriceWithTheCurrentOne(String price) {
        String ticket = shop.listsOne();

        ApiResponse refused = asksFor(ticket, price);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.messages()).hasSize(1);
        assertThat(refused.text())
                .contains("\"current\":{\"id\":\"%s\",\"title\":\"Concert\",\"price\":20,\"version\":0}"
                        .formatted(ticket));
        buyer.places(ticket);
    }

    private ApiResponse asksFor(String ticket, String price) {
        String body = "{\"ticketId\":\"%s\",\"price\":%s}".formatted(ticket, price);
        return buyer.api().sendText("POST", "/api/orders", "application/json", body);
    }
}
