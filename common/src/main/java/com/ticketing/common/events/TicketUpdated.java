package com.ticketing.common.events;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A ticket changed: its title, its price, or the order that holds it ({@code null} when it is free). */
public record TicketUpdated(
        String id,
        long version,
        String title,
        BigDecimal price,
        String userId,
        @Nullable String orderId) implements Event {
    public TicketUpdated {
        price = Prices.canonical(price);
    }
}
