package com.ticketing.common.sample;

import com.ticketing.common.events.TicketUpdated;
import com.ticketing.common.messaging.BatchListener;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class TicketUpdatedListener extends BatchListener<TicketUpdated, ListingReplica> {

    private final ListingReplicas replicas;

    TicketUpdatedListener(ListingReplicas replicas) {
        super(TicketUpdated.class);
        this.replicas = replicas;
    }

    @Override
    protected ListingReplica translate(TicketUpdated event) {
        return new ListingReplica(event.id(), event.version(), event.title());
    }

    @Override
    protected void applyAll(List<ListingReplica> updated) {
        replicas.saveAllIfNewer(updated);
    }
}
