package com.ticketing.orders.ticket;

import com.ticketing.common.bans.Bans;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The tickets that can be ordered, and the users who may trade. */
@Component
public class TicketCatalog {

    private final TicketReplicas tickets;
    private final Bans bans;

    TicketCatalog(TicketReplicas tickets, Bans bans) {
        this.tickets = tickets;
        this.bans = bans;
    }

    /** Returns the ticket, or empty if it is unknown, or its seller is banned or deleted. */
    public Optional<TicketReplica> find(String ticketId) {
        return tickets.find(ticketId).filter(ticket -> mayTrade(ticket.sellerId()));
    }

    /** Returns whether none of the users is banned or deleted. */
    public boolean mayTrade(String... userIds) {
        return !bans.isAnyBanned(List.of(userIds));
    }
}
