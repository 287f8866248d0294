package com.ticketing.payments.order;

import com.ticketing.common.events.OrderCancelled;
import com.ticketing.common.messaging.Listener;
import com.ticketing.payments.payment.OrderReplica;
import org.springframework.stereotype.Component;

@Component
class OrderCancelledListener extends Listener<OrderCancelled> {

    private final OrderReplicas orders;

    OrderCancelledListener(OrderReplicas orders) {
        super(OrderCancelled.class);
        this.orders = orders;
    }

    @Override
    protected String orderingKey(OrderCancelled event) {
        return event.id();
    }

    @Override
    protected void onMessage(OrderCancelled event) {
        orders.apply(event.id(), OrderReplica.of(event));
    }
}
