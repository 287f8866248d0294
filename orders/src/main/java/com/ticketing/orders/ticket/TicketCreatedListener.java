package com.ticketing.orders.ticket;

import com.ticketing.common.events.TicketCreated;
import com.ticketing.common.messaging.BatchListener;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class TicketCreatedListener extends BatchListener<TicketCreated, TicketReplica> {

    private final TicketReplicas tickets;

    TicketCreatedListener(TicketReplicas tickets) {
        super(TicketCreated.class);
        this.tickets = tickets;
    }

    @Override
    protected TicketReplica translate(TicketCreated event) {
        return new TicketReplica(
                event.id(), event.version(), event.title(), event.price(), event.sellerId(), event.facts(), null);
    }

    @Override
    protected void applyAll(List<TicketReplica> replicas) {
        tickets.saveAllIfNewer(replicas);
    }
}
