package com.ticketing.tickets.live;

import com.ticketing.common.events.TicketUpdated;
import com.ticketing.common.messaging.BroadcastListener;
import com.ticketing.common.messaging.ChannelPosition;
import org.springframework.stereotype.Component;

@Component
class TicketUpdatedBroadcastListener extends BroadcastListener<TicketUpdated> {

    private final LiveStreams streams;
    private final TicketChangeMapper mapper;

    TicketUpdatedBroadcastListener(LiveStreams streams, TicketChangeMapper mapper, LiveProperties properties) {
        super(TicketUpdated.class, properties.since());
        this.streams = streams;
        this.mapper = mapper;
    }

    @Override
    protected void onMessage(TicketUpdated event, ChannelPosition position) {
        streams.publish(mapper.map(Channel.UPDATED, position, event));
    }
}
