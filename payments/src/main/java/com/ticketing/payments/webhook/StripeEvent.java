package com.ticketing.payments.webhook;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.FieldType;
import org.springframework.data.mongodb.core.mapping.MongoId;
import tools.jackson.databind.JsonNode;

/**
 * The part of a Stripe event that is needed to reconcile its payment. The event's data are not stored: they may be
 * outdated, and their shape depends on the API version.
 *
 * @param intentId the PaymentIntent that the event is about; null if it is about something else
 * @param pending true until the event was processed, then absent
 */
@Document("stripeEvents")
record StripeEvent(
        @Id @MongoId(FieldType.STRING) String id,
        String type,
        @Nullable String intentId,
        Instant receivedAt,
        @Nullable Boolean pending) {

    /** Returns the event in the JSON, or empty if the JSON is not an event. */
    static Optional<StripeEvent> of(JsonNode json, Instant receivedAt) {
        JsonNode id = json.path("id");
        JsonNode type = json.path("type");
        if (!id.isString() || !type.isString()) {
            return Optional.empty();
        }
        return Optional.of(new StripeEvent(
                id.stringValue(), type.stringValue(), intentId(json.path("data").path("object")), receivedAt, true));
    }

    private static @Nullable String intentId(JsonNode object) {
        boolean isIntent = "payment_intent".equals(object.path("object").asString(""));
        JsonNode id = isIntent ? object.path("id") : object.path("payment_intent");
        return id.isString() ? id.stringValue() : null;
    }
}
