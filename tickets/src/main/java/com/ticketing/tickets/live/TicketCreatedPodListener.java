package com.ticketing.tickets.live;

import com.ticketing.common.events.TicketCreated;
import com.ticketing.common.events.TicketUpdated;
import com.ticketing.common.messaging.PodListener;
import org.springframework.stereotype.Component;

@Component
class TicketCreatedPodListener extends PodListener<TicketCreated> {

    private final LiveTickets live;
    private final Changes changes;

    TicketCreatedPodListener(LiveTickets live, Changes changes, LiveProperties properties) {
        super(TicketCreated.class, properties.since());
        this.live = live;
        this.changes = changes;
    }

    @Override
    protected void onMessage(TicketCreated event, long sequence) {
        TicketUpdated state =
                new TicketUpdated(event.id(), event.version(), event.title(), event.price(), event.userId(), null);
        live.publish(changes.of(Channel.CREATED, sequence, state));
    }
}
