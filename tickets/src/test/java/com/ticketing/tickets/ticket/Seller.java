package com.ticketing.tickets.ticket;

import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.SignedIn;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A signed-in seller. */
record Seller(String id, Api api) {

    static Seller signedIn(Api api) {
        String id = SignedIn.newId();
        return new Seller(id, api.as(SignedIn.as(id, "seller@example.com")));
    }

    /** Creates a ticket and returns the response. */
    JsonNode createTicket(String title, Object price) {
        return api.post("/api/tickets", Map.of("title", title, "price", price))
                .expect(201)
                .json();
    }

    /** Creates a ticket and returns the response. */
    JsonNode createTicket(Map<String, ?> fields) {
        return api.post("/api/tickets", fields).expect(201).json();
    }

    /** Creates a ticket and returns its id. */
    String createDefaultTicket() {
        return createTicket("Concert", 20).path("id").asString();
    }
}
