package com.ticketing.tickets.ticket;

import org.springframework.data.mongodb.core.mapping.Field;

/**
 * The newest state of an order that a ticket has applied.
 *
 * @param active whether the order keeps the ticket from other buyers, as a hold or as a sale
 */
record OrderState(
        String orderId, long version, @Field(ACTIVE) boolean active) {

    static final String ACTIVE = "holds";
}
