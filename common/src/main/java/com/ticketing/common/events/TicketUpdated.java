package com.ticketing.common.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A ticket changed: its title, its price, the order that holds it ({@code null} when it is free), or whether it is
 * hidden.
 *
 * @param hidden {@code true} while the ticket is for sale to nobody because of its seller, and else {@code null}
 */
public record TicketUpdated(
        String id,
        long version,
        String title,
        BigDecimal price,
        @JsonProperty("userId") String sellerId,
        @Nullable String orderId,
        @Nullable Boolean hidden)
        implements Event {

    public TicketUpdated {
        price = Prices.canonical(price);
    }

    /** Of a ticket that is not hidden. */
    public TicketUpdated(
            String id, long version, String title, BigDecimal price, String sellerId, @Nullable String orderId) {
        this(id, version, title, price, sellerId, orderId, null);
    }
}
