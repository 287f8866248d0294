package com.ticketing.tickets.ticket;

import com.ticketing.common.events.OrderCreated;
import com.ticketing.common.messaging.Listener;
import org.springframework.stereotype.Component;

@Component
class OrderCreatedListener extends Listener<OrderCreated> {

    private final TicketService tickets;

    OrderCreatedListener(TicketService tickets) {
        super(OrderCreated.class);
        this.tickets = tickets;
    }

    @Override
    protected String orderingKey(OrderCreated event) {
        return event.ticket().id();
    }

    @Override
    protected void onMessage(OrderCreated event) {
        tickets.apply(event.ticket().id(), new OrderState(event.id(), event.version(), true));
    }
}
