package com.ticketing.tickets.ticket;

import com.ticketing.common.events.OrderCancelled;
import com.ticketing.common.messaging.Listener;
import org.springframework.stereotype.Component;

@Component
class OrderCancelledListener extends Listener<OrderCancelled> {

    private final TicketService tickets;

    OrderCancelledListener(TicketService tickets) {
        super(OrderCancelled.class);
        this.tickets = tickets;
    }

    @Override
    protected String orderingKey(OrderCancelled event) {
        return event.ticket().id();
    }

    @Override
    protected void onMessage(OrderCancelled event) {
        tickets.apply(event.ticket().id(), new OrderState(event.id(), event.version(), false));
    }
}
