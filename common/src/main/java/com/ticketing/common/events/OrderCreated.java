package com.ticketing.common.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Published when a buyer holds a ticket until {@code expiresAt}. The contained price is the price to charge. */
public record OrderCreated(
        String id,
        long version,
        OrderStatus status,
        @JsonProperty("userId") String buyerId,
        Instant expiresAt,
        Ticket ticket)
        implements Event {

    /** The ticket when the order was placed. */
    public record Ticket(
            String id,
            BigDecimal price,
            @JsonProperty("userId") @Nullable String sellerId) {
        public Ticket {
            price = Prices.canonical(price);
        }
    }
}
