package com.ticketing.payments.payment;

import com.ticketing.common.events.OrderCreated;
import com.ticketing.common.messaging.Listener;
import org.springframework.stereotype.Component;

@Component
class OrderCreatedListener extends Listener<OrderCreated> {

    private final OrderCopies orders;

    OrderCreatedListener(OrderCopies orders) {
        super(OrderCreated.class);
        this.orders = orders;
    }

    @Override
    protected void onMessage(OrderCreated event) {
        orders.follow(event.id(), Order.of(event));
    }
}
