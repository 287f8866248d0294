package com.ticketing.orders.ticket;

import com.ticketing.common.events.TicketUpdated;
import com.ticketing.common.messaging.BatchListener;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class TicketUpdatedListener extends BatchListener<TicketUpdated, TicketUpdatedListener.Update> {

    private final TicketReplicas tickets;
    private final HiddenTicketAction hiddenTicketAction;

    TicketUpdatedListener(TicketReplicas tickets, HiddenTicketAction hiddenTicketAction) {
        super(TicketUpdated.class);
        this.tickets = tickets;
        this.hiddenTicketAction = hiddenTicketAction;
    }

    /** @param orderId the order that holds the ticket or has bought it */
    record Update(TicketReplica ticket, @Nullable String orderId) {}

    @Override
    protected Update translate(TicketUpdated event) {
        TicketReplica ticket = new TicketReplica(
                event.id(),
                event.version(),
                event.title(),
                event.price(),
                event.sellerId(),
                event.facts(),
                event.hidden());
        return new Update(ticket, event.orderId());
    }

    @Override
    protected void applyAll(List<Update> updates) {
        tickets.saveAllIfNewer(updates.stream().map(Update::ticket).toList());
        for (Update update : updates) {
            if (update.ticket().isHidden() && update.orderId() != null) {
                hiddenTicketAction.onHidden(update.orderId());
            }
        }
    }
}
