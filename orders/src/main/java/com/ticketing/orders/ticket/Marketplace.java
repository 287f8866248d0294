package com.ticketing.orders.ticket;

import com.ticketing.common.bans.Bans;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The tickets that can be ordered, and the people who may. */
@Component
public class Marketplace {

    private final Tickets tickets;
    private final Bans bans;

    Marketplace(Tickets tickets, Bans bans) {
        this.tickets = tickets;
        this.bans = bans;
    }

    /** The ticket; none if its seller is banned. */
    public Optional<Ticket> find(String ticketId) {
        return tickets.find(ticketId).filter(ticket -> mayTrade(ticket.userId()));
    }

    /** Whether none of the people is banned. */
    public boolean mayTrade(String... people) {
        return Stream.of(people).noneMatch(bans::isBanned);
    }
}
