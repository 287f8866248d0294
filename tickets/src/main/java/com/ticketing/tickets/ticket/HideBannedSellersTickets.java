package com.ticketing.tickets.ticket;

import com.ticketing.common.bans.BanAction;
import org.springframework.stereotype.Component;

/** What a banned person has listed is for sale to nobody until the ban is lifted. */
@Component
class HideBannedSellersTickets implements BanAction {

    private final TicketService tickets;

    HideBannedSellersTickets(TicketService tickets) {
        this.tickets = tickets;
    }

    @Override
    public void onBanned(String userId) {
        tickets.hideAllOf(userId, true);
    }

    @Override
    public void onUnbanned(String userId) {
        tickets.hideAllOf(userId, false);
    }
}
