package com.ticketing.common.sample;

import com.ticketing.common.events.TicketUpdated;
import com.ticketing.common.messaging.Listener;
import org.springframework.stereotype.Component;

@Component
class TicketUpdatedListener extends Listener<TicketUpdated> {

    private final ListingReplicas replicas;

    TicketUpdatedListener(ListingReplicas replicas) {
        super(TicketUpdated.class);
        this.replicas = replicas;
    }

    @Override
    protected void onMessage(TicketUpdated event) {
        replicas.saveIfNewer(new ListingReplica(event.id(), event.version(), event.title()));
    }
}
