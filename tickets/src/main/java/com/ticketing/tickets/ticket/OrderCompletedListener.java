package com.ticketing.tickets.ticket;

import com.ticketing.common.events.OrderCompleted;
import com.ticketing.common.messaging.Listener;
import org.springframework.stereotype.Component;

@Component
class OrderCompletedListener extends Listener<OrderCompleted> {

    private final TicketService tickets;

    OrderCompletedListener(TicketService tickets) {
        super(OrderCompleted.class);
        this.tickets = tickets;
    }

    @Override
    protected String orderingKey(OrderCompleted event) {
        return event.ticket().id();
    }

    @Override
    protected void onMessage(OrderCompleted event) {
        tickets.apply(event.ticket().id(), OrderState.sale(event.id(), event.version(), event.buyerId()));
    }
}
