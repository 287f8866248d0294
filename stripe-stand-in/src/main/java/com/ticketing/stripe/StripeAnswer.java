package com.ticketing.stripe;

import tools.jackson.databind.JsonNode;

/** What goes back: of a replayed request the same as the first time. */
record StripeAnswer(int status, JsonNode body, boolean replayed) {

    StripeAnswer(int status, JsonNode body) {
        this(status, body, false);
    }
}
