package com.ticketing.tickets.ticket;

import com.ticketing.common.events.OrderCreated;
import com.ticketing.common.messaging.Listener;
import com.ticketing.tickets.ticket.Ticket.OrderRecord;
import org.springframework.stereotype.Component;

@Component
class OrderCreatedListener extends Listener<OrderCreated> {

    private final TicketService tickets;

    OrderCreatedListener(TicketService tickets) {
        super(OrderCreated.class);
        this.tickets = tickets;
    }

    @Override
    protected void onMessage(OrderCreated event) {
        tickets.follow(event.ticket().id(), new OrderRecord(event.id(), event.version(), true));
    }
}
