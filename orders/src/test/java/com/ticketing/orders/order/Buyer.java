package com.ticketing.orders.order;

import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import com.ticketing.testsupport.SignedIn;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A person who stays signed in for a day. */
record Buyer(String id, Api api) {

    static Buyer of(Api api) {
        String id = SignedIn.newId();
        return new Buyer(id, api.as(SignedIn.livingFor(Duration.ofDays(1), id, "buyer@example.com")));
    }

    ApiResponse asksFor(String ticketId) {
        return api.post("/api/orders", Map.of("ticketId", ticketId));
    }

    /** The id of the new order. */
    String places(String ticketId) {
        return asksFor(ticketId).expect(201).json().path("id").asString();
    }

    ApiResponse cancels(String orderId) {
        return api.delete("/api/orders/" + orderId);
    }

    JsonNode sees(String orderId) {
        return api.get("/api/orders/" + orderId).expect(200).json();
    }

    String statusOf(String orderId) {
        return sees(orderId).path("status").asString();
    }
}
