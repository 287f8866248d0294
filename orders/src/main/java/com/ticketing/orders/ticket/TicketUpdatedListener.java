package com.ticketing.orders.ticket;

import com.ticketing.common.events.TicketUpdated;
import com.ticketing.common.messaging.Listener;
import org.springframework.stereotype.Component;

@Component
class TicketUpdatedListener extends Listener<TicketUpdated> {

    private final TicketReplicas tickets;

    TicketUpdatedListener(TicketReplicas tickets) {
        super(TicketUpdated.class);
        this.tickets = tickets;
    }

    @Override
    protected void onMessage(TicketUpdated event) {
        tickets.saveIfNewer(
                new TicketReplica(event.id(), event.version(), event.title(), event.price(), event.sellerId()));
    }
}
