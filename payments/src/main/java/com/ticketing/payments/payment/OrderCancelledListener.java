package com.ticketing.payments.payment;

import com.ticketing.common.events.OrderCancelled;
import com.ticketing.common.messaging.Listener;
import org.springframework.stereotype.Component;

@Component
class OrderCancelledListener extends Listener<OrderCancelled> {

    private final OrderCopies orders;

    OrderCancelledListener(OrderCopies orders) {
        super(OrderCancelled.class);
        this.orders = orders;
    }

    @Override
    protected void onMessage(OrderCancelled event) {
        orders.follow(event.id(), Order.of(event));
    }
}
