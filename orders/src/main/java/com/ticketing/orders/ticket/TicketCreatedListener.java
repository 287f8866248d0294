package com.ticketing.orders.ticket;

import com.ticketing.common.events.TicketCreated;
import com.ticketing.common.messaging.Listener;
import org.springframework.stereotype.Component;

@Component
class TicketCreatedListener extends Listener<TicketCreated> {

    private final TicketReplicas tickets;

    TicketCreatedListener(TicketReplicas tickets) {
        super(TicketCreated.class);
        this.tickets = tickets;
    }

    @Override
    protected void onMessage(TicketCreated event) {
        tickets.saveIfNewer(
                new TicketReplica(event.id(), event.version(), event.title(), event.price(), event.sellerId()));
    }
}
