package com.ticketing.common.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Published when a ticket changes.
 *
 * @param orderId the order that holds the ticket or has bought it; {@code null} if it is on sale
 * @param hidden {@code true} while nobody can buy the ticket because its seller is banned, otherwise {@code null}
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

    /** Creates the event of a ticket that is not hidden. */
    public TicketUpdated(
            String id, long version, String title, BigDecimal price, String sellerId, @Nullable String orderId) {
        this(id, version, title, price, sellerId, orderId, null);
    }
}
