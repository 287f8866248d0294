package com.ticketing.tickets.live;

import com.ticketing.common.events.TicketUpdated;
import com.ticketing.tickets.ticket.TicketResponse;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes changes of events. */
@Component
class Changes {

    private final JsonMapper json;

    Changes(JsonMapper json) {
        this.json = json;
    }

    Change of(Channel channel, long sequence, TicketUpdated event) {
        boolean hidden = Boolean.TRUE.equals(event.hidden());
        Object data = hidden
                ? Map.of("id", event.id())
                : new TicketResponse(
                        event.id(), event.title(), event.price(), event.sellerId(), event.version(), event.orderId());
        return new Change(
                channel,
                sequence,
                event.id(),
                event.version(),
                hidden ? "hidden" : "ticket",
                json.writeValueAsString(data));
    }
}
