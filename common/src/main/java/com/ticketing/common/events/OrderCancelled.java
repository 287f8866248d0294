package com.ticketing.common.events;

import org.jspecify.annotations.Nullable;

/** An order ended without a sale: let go by its buyer, expired, or its buyer or seller banned. */
public record OrderCancelled(
        String id,
        long version,
        @Nullable OrderStatus status,
        @Nullable String userId,
        TicketReference ticket) implements Event {}
