package com.ticketing.common.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;

/** Published when a ticket is created. Its version is 0. */
public record TicketCreated(
        String id,
        long version,
        String title,
        BigDecimal price,
        @JsonProperty("userId") String sellerId,
        @JsonUnwrapped TicketFacts facts)
        implements Event {

    public TicketCreated {
        price = Prices.canonical(price);
    }

    /** Creates the event of a ticket without facts. */
    public TicketCreated(String id, long version, String title, BigDecimal price, String sellerId) {
        this(id, version, title, price, sellerId, TicketFacts.NONE);
    }
}
