package com.ticketing.auth.deletion;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.Field;
import org.springframework.data.mongodb.core.mapping.FieldType;
import org.springframework.data.mongodb.core.mapping.MongoId;
import org.springframework.data.mongodb.core.mapping.Sharded;
import org.springframework.data.mongodb.core.mapping.ShardingStrategy;

/**
 * The part of an order that decides whether it prevents the deletion of its buyer's account. Each event sets fields of
 * its own that no other event removes, so events may be repeated and may arrive in any order.
 *
 * @param buyerId null until an event that contains it arrives
 * @param heldUntil when the hold expires; null if the order's first event has not arrived
 * @param released true if the hold has ended without a sale
 * @param charged true if the order was charged
 * @param closed true if nothing is open any more: the order is a sale, or its charge is refunded
 * @param updatedAt when the last event arrived
 */
@Document("openOrders")
@Sharded(shardingStrategy = ShardingStrategy.HASH)
record OpenOrder(
        @MongoId(FieldType.STRING) String id,
        @Field(BUYER) @Nullable String buyerId,
        @Field(HELD_UNTIL) @Nullable Instant heldUntil,
        @Field(RELEASED) @Nullable Boolean released,
        @Field(CHARGED) @Nullable Boolean charged,
        @Field(CLOSED) @Nullable Boolean closed,
        @Field(UPDATED_AT) Instant updatedAt) {

    static final String BUYER = "buyerId";
    static final String HELD_UNTIL = "heldUntil";
    static final String RELEASED = "released";
    static final String CHARGED = "charged";
    static final String CLOSED = "closed";
    static final String UPDATED_AT = "updatedAt";

    boolean isCharged() {
        return charged != null;
    }
}
