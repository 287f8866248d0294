package com.ticketing.tickets.ticket;

import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.mongodb.core.mapping.Field;

/**
 * The newest state of an order that a ticket has applied.
 *
 * @param active whether the order keeps the ticket from other buyers, as a hold or as a sale
 * @param buyerId the buyer of a completed order; null for a hold and for an order that has ended
 */
record OrderState(
        String orderId,
        long version,
        @Field(ACTIVE) boolean active,
        @Field(BUYER) @Nullable String buyerId) {

    static final String ACTIVE = "holds";
    static final String BUYER = "buyer";

    @PersistenceCreator
    OrderState {}

    OrderState(String orderId, long version, boolean active) {
        this(orderId, version, active, null);
    }

    static OrderState sale(String orderId, long version, String buyerId) {
        return new OrderState(orderId, version, true, buyerId);
    }

    boolean hasBuyer() {
        return active && buyerId != null;
    }

    boolean isBoughtBy(String userId) {
        return active && userId.equals(buyerId);
    }

    /** Returns whether the ticket is sold. The only event of a hold that lasts is its first one, with version 0. */
    boolean isSale() {
        return active && version > 0;
    }
}
