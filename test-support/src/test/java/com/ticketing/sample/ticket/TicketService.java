package com.ticketing.sample.ticket;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

class TicketService {

    private final Clock clock;
    private final Tickets tickets;

    TicketService(Clock clock, Tickets tickets) {
        this.clock = clock;
        this.tickets = tickets;
    }

    String create(String sellerId, BigDecimal price) {
        tickets.save(sellerId);
        return sellerId + price + clock.instant() + Instant.now(clock) + LocalDate.now(clock);
    }
}
