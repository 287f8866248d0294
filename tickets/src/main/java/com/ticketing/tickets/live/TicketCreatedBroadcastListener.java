package com.ticketing.tickets.live;

import com.ticketing.common.events.TicketCreated;
import com.ticketing.common.events.TicketUpdated;
import com.ticketing.common.messaging.BroadcastListener;
import com.ticketing.common.messaging.ChannelPosition;
import org.springframework.stereotype.Component;

@Component
class TicketCreatedBroadcastListener extends BroadcastListener<TicketCreated> {

    private final LiveStreams streams;
    private final TicketChangeMapper mapper;

    TicketCreatedBroadcastListener(LiveStreams streams, TicketChangeMapper mapper, LiveProperties properties) {
        super(TicketCreated.class, properties.since());
        this.streams = streams;
        this.mapper = mapper;
    }

    @Override
    protected void onMessage(TicketCreated event, ChannelPosition position) {
        TicketUpdated state = new TicketUpdated(
                event.id(), event.version(), event.title(), event.price(), event.sellerId(), null, null, event.facts());
        streams.publish(mapper.map(Channel.CREATED, position, state));
    }
}
