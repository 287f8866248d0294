package com.ticketing.tickets.live;

import com.ticketing.common.events.TicketCreated;
import com.ticketing.common.events.TicketUpdated;
import com.ticketing.common.messaging.BroadcastListener;
import org.springframework.stereotype.Component;

@Component
class TicketCreatedBroadcastListener extends BroadcastListener<TicketCreated> {

    private final LiveTickets live;
    private final Changes changes;

    TicketCreatedBroadcastListener(LiveTickets live, Changes changes, LiveProperties properties) {
        super(TicketCreated.class, properties.since());
        this.live = live;
        this.changes = changes;
    }

    @Override
    protected void onMessage(TicketCreated event, long sequence) {
        TicketUpdated state =
                new TicketUpdated(event.id(), event.version(), event.title(), event.price(), event.sellerId(), null);
        live.publish(changes.of(Channel.CREATED, sequence, state));
    }
}
