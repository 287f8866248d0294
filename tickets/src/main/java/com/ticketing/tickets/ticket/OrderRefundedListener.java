package com.ticketing.tickets.ticket;

import com.ticketing.common.events.OrderRefunded;
import com.ticketing.common.messaging.Listener;
import com.ticketing.tickets.ticket.Ticket.OrderRecord;
import org.springframework.stereotype.Component;

@Component
class OrderRefundedListener extends Listener<OrderRefunded> {

    private final TicketService tickets;

    OrderRefundedListener(TicketService tickets) {
        super(OrderRefunded.class);
        this.tickets = tickets;
    }

    @Override
    protected void onMessage(OrderRefunded event) {
        tickets.follow(event.ticket().id(), new OrderRecord(event.id(), event.version(), !event.relisted()));
    }
}
