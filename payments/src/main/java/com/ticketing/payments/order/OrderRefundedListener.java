package com.ticketing.payments.order;

import com.ticketing.common.events.OrderRefunded;
import com.ticketing.common.messaging.Listener;
import com.ticketing.payments.payment.OrderReplica;
import org.springframework.stereotype.Component;

@Component
class OrderRefundedListener extends Listener<OrderRefunded> {

    private final OrderReplicas orders;

    OrderRefundedListener(OrderReplicas orders) {
        super(OrderRefunded.class);
        this.orders = orders;
    }

    @Override
    protected String orderingKey(OrderRefunded event) {
        return event.id();
    }

    @Override
    protected void onMessage(OrderRefunded event) {
        orders.apply(event.id(), OrderReplica.of(event));
    }
}
