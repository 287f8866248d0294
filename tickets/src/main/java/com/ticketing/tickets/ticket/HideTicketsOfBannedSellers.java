package com.ticketing.tickets.ticket;

import com.ticketing.common.bans.BanAction;
import org.springframework.stereotype.Component;

/** Hides the tickets of a banned seller until the seller is unbanned. */
@Component
class HideTicketsOfBannedSellers implements BanAction {

    private final TicketService tickets;

    HideTicketsOfBannedSellers(TicketService tickets) {
        this.tickets = tickets;
    }

    @Override
    public void onBanned(String userId) {
        tickets.setExcluded(userId, true);
    }

    @Override
    public void onUnbanned(String userId) {
        tickets.setExcluded(userId, false);
    }
}
