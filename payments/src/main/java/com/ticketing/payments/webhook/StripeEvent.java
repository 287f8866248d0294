package com.ticketing.payments.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.FieldType;
import org.springframework.data.mongodb.core.mapping.MongoId;
import tools.jackson.databind.JsonNode;

/**
 * What is kept of an event: enough to ask Stripe about its payment. Its data are not, since they may be old, and their
 * shape depends on the API version.
 *
 * @param intentId the PaymentIntent it is about, if it is about one
 * @param pending present until it was acted on
 */
@Document("stripeEvents")
record StripeEvent(
        @Id @MongoId(FieldType.STRING) String id,
        String type,
        @Nullable String intentId,
        Instant receivedAt,
        @Nullable Boolean pending) {

    /** Null if it is no event. */
    static @Nullable StripeEvent of(JsonNode json, Instant receivedAt) {
        JsonNode id = json.path("id");
        JsonNode type = json.path("type");
        if (!id.isString() || !type.isString()) {
            return null;
        }
        return new StripeEvent(
                id.stringValue(), type.stringValue(), intentId(json.path("data").path("object")), receivedAt, true);
    }

    private static @Nullable String intentId(JsonNode object) {
        boolean isIntent = "payment_intent".equals(object.path("object").asString(""));
        JsonNode id = isIntent ? object.path("id") : object.path("payment_intent");
        return id.isString() ? id.stringValue() : null;
    }
}
