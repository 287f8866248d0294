package com.ticketing.payments.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.FieldType;
import org.springframework.data.mongodb.core.mapping.MongoId;
import org.springframework.data.mongodb.core.mapping.Sharded;
import org.springframework.data.mongodb.core.mapping.ShardingStrategy;
import tools.jackson.databind.JsonNode;

/**
 * The part of a Stripe event that is needed to reconcile its payment. The event's data are not stored: they may be
 * outdated, and their shape depends on the API version.
 *
 * @param intentId the PaymentIntent that the event is about; null if it is about something else
 * @param pending true until the event was processed, then absent
 * @param nextAttemptAt when a postponed event is due again; absent if it was not postponed
 * @param failed true if the event was postponed because its processing failed, otherwise absent
 */
@Document("stripeEvents")
@Sharded(shardingStrategy = ShardingStrategy.HASH)
record StripeEvent(
        @Id @MongoId(FieldType.STRING) String id,
        String type,
        @Nullable String intentId,
        Instant receivedAt,
        @Nullable Boolean pending,
        @Nullable Instant nextAttemptAt,
        @Nullable Boolean failed) {

    private static final Duration MIN_PAUSE = Duration.ofSeconds(10);
    private static final Duration MAX_PAUSE = Duration.ofHours(1);

    /** Returns the event in the JSON, or empty if the JSON is not an event. */
    static Optional<StripeEvent> of(JsonNode json, Instant receivedAt) {
        JsonNode id = json.path("id");
        JsonNode type = json.path("type");
        if (!id.isString() || !type.isString()) {
            return Optional.empty();
        }
        return Optional.of(new StripeEvent(
                id.stringValue(),
                type.stringValue(),
                intentId(json.path("data").path("object")),
                receivedAt,
                true,
                null,
                null));
    }

    /** Returns when the event is due after a failure now: after the time that it has waited so far, which doubles. */
    Instant dueAfterFailure(Instant now) {
        Duration waited = Duration.between(receivedAt, now);
        Duration pause = waited.compareTo(MIN_PAUSE) < 0 ? MIN_PAUSE : waited;
        return now.plus(pause.compareTo(MAX_PAUSE) > 0 ? MAX_PAUSE : pause);
    }

    /** Returns when the event is due if an attempt on its payment is running now. */
    static Instant dueAfterAttempt(Instant now) {
        return now.plus(MIN_PAUSE);
    }

    private static @Nullable String intentId(JsonNode object) {
        boolean isIntent = "payment_intent".equals(object.path("object").asString(""));
        JsonNode id = isIntent ? object.path("id") : object.path("payment_intent");
        return id.isString() ? id.stringValue() : null;
    }
}
