package com.ticketing.common.events;

import java.math.BigDecimal;

/** A ticket was listed. Its version is 0. */
public record TicketCreated(String id, long version, String title, BigDecimal price, String userId) implements Event {
    public TicketCreated {
        price = Prices.canonical(price);
    }
}
