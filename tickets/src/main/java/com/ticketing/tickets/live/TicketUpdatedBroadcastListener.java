package com.ticketing.tickets.live;

import com.ticketing.common.events.TicketUpdated;
import com.ticketing.common.messaging.BroadcastListener;
import org.springframework.stereotype.Component;

@Component
class TicketUpdatedBroadcastListener extends BroadcastListener<TicketUpdated> {

    private final LiveTickets live;
    private final Changes changes;

    TicketUpdatedBroadcastListener(LiveTickets live, Changes changes, LiveProperties properties) {
        super(TicketUpdated.class, properties.since());
        this.live = live;
        this.changes = changes;
    }

    @Override
    protected void onMessage(TicketUpdated event, long sequence) {
        live.publish(changes.of(Channel.UPDATED, sequence, event));
    }
}
