package com.ticketing.orders.ticket;

import com.ticketing.common.events.TicketUpdated;
import com.ticketing.common.messaging.BatchListener;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class TicketUpdatedListener extends BatchListener<TicketUpdated, TicketReplica> {

    private final TicketReplicas tickets;

    TicketUpdatedListener(TicketReplicas tickets) {
        super(TicketUpdated.class);
        this.tickets = tickets;
    }

    @Override
    protected TicketReplica translate(TicketUpdated event) {
        return new TicketReplica(event.id(), event.version(), event.title(), event.price(), event.sellerId());
    }

    @Override
    protected void applyAll(List<TicketReplica> replicas) {
        tickets.saveAllIfNewer(replicas);
    }
}
