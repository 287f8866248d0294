package com.ticketing.tickets.ticket;

import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.SignedIn;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A signed-in person. */
record Seller(String id, Api api) {

    static Seller of(Api api) {
        String id = SignedIn.newId();
        return new Seller(id, api.as(SignedIn.as(id, "seller@example.com")));
    }

    /** The ticket as the service answers. */
    JsonNode lists(String title, Object price) {
        return api.post("/api/tickets", Map.of("title", title, "price", price))
                .expect(201)
                .json();
    }

    String listsOne() {
        return lists("Concert", 20).path("id").asString();
    }
}
