package com.ticketing.payments.payment;

import com.ticketing.common.events.OrderRefunded;
import com.ticketing.common.messaging.Listener;
import org.springframework.stereotype.Component;

@Component
class OrderRefundedListener extends Listener<OrderRefunded> {

    private final OrderCopies orders;

    OrderRefundedListener(OrderCopies orders) {
        super(OrderRefunded.class);
        this.orders = orders;
    }

    @Override
    protected void onMessage(OrderRefunded event) {
        orders.follow(event.id(), Order.of(event));
    }
}
