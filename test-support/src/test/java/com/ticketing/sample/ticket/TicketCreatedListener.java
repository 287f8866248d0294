package com.ticketing.sample.ticket;

import com.ticketing.common.messaging.Listener;

class TicketCreatedListener extends Listener<String> {

    private final Tickets tickets;

    TicketCreatedListener(Tickets tickets) {
        this.tickets = tickets;
    }

    @Override
    protected void onMessage(String event) {
        tickets.save(event);
    }
}
