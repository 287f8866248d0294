package com.ticketing.tickets.ticket;

import com.ticketing.common.events.OrderRefunded;
import com.ticketing.common.messaging.Listener;
import org.springframework.stereotype.Component;

@Component
class OrderRefundedListener extends Listener<OrderRefunded> {

    private final TicketService tickets;

    OrderRefundedListener(TicketService tickets) {
        super(OrderRefunded.class);
        this.tickets = tickets;
    }

    @Override
    protected String orderingKey(OrderRefunded event) {
        return event.ticket().id();
    }

    @Override
    protected void onMessage(OrderRefunded event) {
        tickets.apply(event.ticket().id(), new OrderState(event.id(), event.version(), !event.relisted()));
    }
}
