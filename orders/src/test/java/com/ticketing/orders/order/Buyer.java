package com.ticketing.orders.order;

import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import com.ticketing.testsupport.SignedIn;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A signed-in buyer. The session lasts a day, so that tests can advance the clock. */
record Buyer(String id, Api api) {

    static Buyer signedIn(Api api) {
        String id = SignedIn.newId();
        return new Buyer(id, api.as(SignedIn.withLifetime(Duration.ofDays(1), id, "buyer@example.com")));
    }

    ApiResponse requestOrder(String ticketId) {
        return api.post("/api/orders", Map.of("ticketId", ticketId));
    }

    /** Places an order and returns its id. */
    String placeOrder(String ticketId) {
        return requestOrder(ticketId).expect(201).json().path("id").asString();
    }

    ApiResponse cancelOrder(String orderId) {
        return api.delete("/api/orders/" + orderId);
    }

    JsonNode getOrder(String orderId) {
        return api.get("/api/orders/" + orderId).expect(200).json();
    }

    String statusOf(String orderId) {
        return getOrder(orderId).path("status").asString();
    }
}
