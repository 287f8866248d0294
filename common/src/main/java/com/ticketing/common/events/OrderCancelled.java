package com.ticketing.common.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** Published when an order ends without a sale: cancelled by its buyer, expired, or ended by a ban. */
public record OrderCancelled(
        String id,
        long version,
        @Nullable OrderStatus status,
        @JsonProperty("userId") @Nullable String buyerId,
        TicketReference ticket)
        implements Event {}
