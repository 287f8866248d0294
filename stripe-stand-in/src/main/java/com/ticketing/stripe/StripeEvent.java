package com.ticketing.stripe;

import tools.jackson.databind.JsonNode;

/** A complete event as text, which needs a fraction of the memory of a tree. */
final class StripeEvent {

    private final String id;
    private final long created;
    private final String json;
    private volatile boolean dropped;

    StripeEvent(JsonNode event) {
        this.id = event.path("id").asString();
        this.created = event.path("created").asLong();
        this.json = event.toString();
    }

    String id() {
        return id;
    }

    /** Returns the time of its creation in seconds since the epoch. */
    long created() {
        return created;
    }

    String json() {
        return json;
    }

    /** Ends the attempts to send it. */
    void drop() {
        dropped = true;
    }

    boolean isDropped() {
        return dropped;
    }
}
