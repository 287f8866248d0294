package com.ticketing.common.events;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A person holds a ticket until {@code expiresAt}. The ticket's price is the one that will be charged. */
public record OrderCreated(String id, long version, OrderStatus status, String userId, Instant expiresAt, Ticket ticket)
        implements Event {

    /** The ticket as it was when the order was placed; {@code userId} is its seller. */
    public record Ticket(
            String id, BigDecimal price, @Nullable String userId) {
        public Ticket {
            price = Prices.canonical(price);
        }
    }
}
