package com.ticketing.common.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;

/** Published when a ticket is created. Its version is 0. */
public record TicketCreated(
        String id,
        long version,
        String title,
        BigDecimal price,
        @JsonProperty("userId") String sellerId) implements Event {
    public TicketCreated {
        price = Prices.canonical(price);
    }
}
