package com.ticketing.payments.payment;

import com.ticketing.common.events.OrderCompleted;
import com.ticketing.common.messaging.Listener;
import org.springframework.stereotype.Component;

@Component
class OrderCompletedListener extends Listener<OrderCompleted> {

    private final OrderCopies orders;

    OrderCompletedListener(OrderCopies orders) {
        super(OrderCompleted.class);
        this.orders = orders;
    }

    @Override
    protected void onMessage(OrderCompleted event) {
        orders.follow(event.id(), Order.of(event));
    }
}
