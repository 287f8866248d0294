package com.ticketing.common.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** An order ended without a sale: let go by its buyer, expired, or its buyer or seller banned. */
public record OrderCancelled(
        String id,
        long version,
        @Nullable OrderStatus status,
        @JsonProperty("userId") @Nullable String buyerId,
        TicketReference ticket)
        implements Event {}
