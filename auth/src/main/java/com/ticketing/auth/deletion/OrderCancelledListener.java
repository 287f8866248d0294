package com.ticketing.auth.deletion;

import com.ticketing.common.events.OrderCancelled;
import com.ticketing.common.messaging.Listener;
import org.springframework.stereotype.Component;

@Component
class OrderCancelledListener extends Listener<OrderCancelled> {

    private final OpenOrders orders;

    OrderCancelledListener(OpenOrders orders) {
        super(OrderCancelled.class);
        this.orders = orders;
    }

    @Override
    protected String orderingKey(OrderCancelled event) {
        return event.id();
    }

    @Override
    protected void onMessage(OrderCancelled event) {
        orders.released(event.id(), event.buyerId());
    }
}
