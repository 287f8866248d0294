package com.ticketing.stripe;

import tools.jackson.databind.JsonNode;

/**
 * A response.
 *
 * @param replayed whether it repeats the response of an earlier request with the same idempotency key
 */
record StripeAnswer(int status, JsonNode body, boolean replayed) {

    StripeAnswer(int status, JsonNode body) {
        this(status, body, false);
    }
}
