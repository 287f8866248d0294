package com.ticketing.common.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Published when an order is paid and its ticket is sold.
 *
 * @param completedAt absent if an earlier version completed the order or the producer does not state it
 */
public record OrderCompleted(
        String id,
        long version,
        OrderStatus status,
        @JsonProperty("userId") String buyerId,
        Ticket ticket,
        @Nullable Instant completedAt)
        implements Event {

    /** Creates the event without the details of the sale. */
    public OrderCompleted(String id, long version, OrderStatus status, String buyerId, TicketReference ticket) {
        this(id, version, status, buyerId, new Ticket(ticket.id(), null, null, null, TicketFacts.NONE), null);
    }

    /**
     * The sold ticket as it was when the order was placed; the details are null if the producer does not state them.
     */
    public record Ticket(
            String id,
            @Nullable String title,
            @Nullable BigDecimal price,
            @JsonProperty("userId") @Nullable String sellerId,
            @JsonUnwrapped TicketFacts facts) {
        public Ticket {
            price = price == null ? null : Prices.canonical(price);
        }
    }
}
