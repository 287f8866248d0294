package com.ticketing.tickets.live;

import com.ticketing.common.events.TicketUpdated;
import com.ticketing.common.messaging.ChannelPosition;
import com.ticketing.tickets.ticket.TicketResponse;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Maps ticket events to {@link TicketChange}s. */
@Component
class TicketChangeMapper {

    private final JsonMapper json;

    TicketChangeMapper(JsonMapper json) {
        this.json = json;
    }

    TicketChange map(Channel channel, ChannelPosition position, TicketUpdated event) {
        boolean hidden = Boolean.TRUE.equals(event.hidden());
        Object data = hidden ? Map.of("id", event.id()) : TicketResponse.of(event);
        return new TicketChange(
                channel,
                position,
                event.id(),
                event.version(),
                hidden ? "hidden" : "ticket",
                json.writeValueAsString(data));
    }
}
