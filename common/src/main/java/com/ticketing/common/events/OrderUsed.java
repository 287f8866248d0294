package com.ticketing.common.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/**
 * Published when the pass of a completed order was used at the entrance.
 *
 * @param usedAt when a scanner has used it
 */
public record OrderUsed(
        String id,
        long version,
        OrderStatus status,
        @JsonProperty("userId") String buyerId,
        TicketReference ticket,
        Instant usedAt)
        implements Event {}
