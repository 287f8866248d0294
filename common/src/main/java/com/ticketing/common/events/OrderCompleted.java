package com.ticketing.common.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Published when an order is paid and its ticket is sold. */
public record OrderCompleted(
        String id,
        long version,
        OrderStatus status,
        @JsonProperty("userId") String buyerId,
        TicketReference ticket) implements Event {}
