package com.ticketing.common.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A person holds a ticket until {@code expiresAt}. The ticket's price is the one that will be charged. */
public record OrderCreated(
        String id,
        long version,
        OrderStatus status,
        @JsonProperty("userId") String buyerId,
        Instant expiresAt,
        Ticket ticket)
        implements Event {

    /** The ticket as it was when the order was placed. */
    public record Ticket(
            String id,
            BigDecimal price,
            @JsonProperty("userId") @Nullable String sellerId) {
        public Ticket {
            price = Prices.canonical(price);
        }
    }
}
