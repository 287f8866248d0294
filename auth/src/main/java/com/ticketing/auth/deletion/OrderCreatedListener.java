package com.ticketing.auth.deletion;

import com.ticketing.common.events.OrderCreated;
import com.ticketing.common.messaging.Listener;
import org.springframework.stereotype.Component;

@Component
class OrderCreatedListener extends Listener<OrderCreated> {

    private final OpenOrders orders;

    OrderCreatedListener(OpenOrders orders) {
        super(OrderCreated.class);
        this.orders = orders;
    }

    @Override
    protected String orderingKey(OrderCreated event) {
        return event.id();
    }

    @Override
    protected void onMessage(OrderCreated event) {
        orders.held(event.id(), event.buyerId(), event.expiresAt());
    }
}
