package com.ticketing.common.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Published when a ticket changes.
 *
 * @param orderId the order that holds the ticket or has bought it; {@code null} if it is on sale
 * @param hidden {@code true} while the ticket cannot be ordered because its seller is banned or deleted, or has
 *     withdrawn it; otherwise {@code null}
 */
public record TicketUpdated(
        String id,
        long version,
        String title,
        BigDecimal price,
        @JsonProperty("userId") String sellerId,
        @Nullable String orderId,
        @Nullable Boolean hidden,
        @JsonUnwrapped TicketFacts facts)
        implements Event {

    public TicketUpdated {
        price = Prices.canonical(price);
    }

    /** Creates the event of a ticket without facts that is not hidden. */
    public TicketUpdated(
            String id, long version, String title, BigDecimal price, String sellerId, @Nullable String orderId) {
        this(id, version, title, price, sellerId, orderId, null, TicketFacts.NONE);
    }
}
