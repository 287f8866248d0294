package com.ticketing.common.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A paid order was refunded; {@code relisted} says whether its ticket is for sale again. */
public record OrderRefunded(
        String id,
        long version,
        OrderStatus status,
        @JsonProperty("userId") String buyerId,
        TicketReference ticket,
        boolean relisted)
        implements Event {}
