package com.ticketing.orders.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.testsupport.Api;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@OrdersServiceTest
class OrderExportIT {

    private static final String PATH = "/api/orders/me/export";

    @Autowired
    Api api;

    @Autowired
    TicketPublisher publisher;

    @Test
    void containsAllOrdersOfTheUserAndNoOthers() {
        Buyer buyer = Buyer.signedIn(api);
        String cancelled = buyer.placeOrder(publisher.publishTicket());
        buyer.cancelOrder(cancelled).expect(204);
        String held = buyer.placeOrder(publisher.publishTicket());
        Buyer.signedIn(api).placeOrder(publisher.publishTicket());

        JsonNode export = buyer.api().get(PATH).expect(200).json();

        assertThat(export.propertyNames()).containsExactly("orders");
        assertThat(export.path("orders")).containsExactly(buyer.getOrder(held), buyer.getOrder(cancelled));
    }

    @Test
    void isForSignedInUsersOnly() {
        api.get(PATH).expect(401);
    }
}
