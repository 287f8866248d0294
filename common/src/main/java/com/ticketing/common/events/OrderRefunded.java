package com.ticketing.common.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Published when a paid order is refunded.
 *
 * @param relisted whether the ticket is on sale again
 */
public record OrderRefunded(
        String id,
        long version,
        OrderStatus status,
        @JsonProperty("userId") String buyerId,
        TicketReference ticket,
        boolean relisted)
        implements Event {}
