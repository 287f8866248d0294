package com.ticketing.payments.order;

import com.ticketing.common.events.OrderUsed;
import com.ticketing.common.messaging.Listener;
import com.ticketing.payments.payment.OrderReplica;
import org.springframework.stereotype.Component;

@Component
class OrderUsedListener extends Listener<OrderUsed> {

    private final OrderReplicas orders;

    OrderUsedListener(OrderReplicas orders) {
        super(OrderUsed.class);
        this.orders = orders;
    }

    @Override
    protected String orderingKey(OrderUsed event) {
        return event.id();
    }

    @Override
    protected void onMessage(OrderUsed event) {
        orders.apply(event.id(), OrderReplica.of(event));
    }
}
