package com.ticketing.payments.order;

import com.ticketing.common.events.OrderCreated;
import com.ticketing.common.messaging.Listener;
import com.ticketing.payments.payment.OrderReplica;
import org.springframework.stereotype.Component;

@Component
class OrderCreatedListener extends Listener<OrderCreated> {

    private final OrderReplicas orders;

    OrderCreatedListener(OrderReplicas orders) {
        super(OrderCreated.class);
        this.orders = orders;
    }

    @Override
    protected void onMessage(OrderCreated event) {
        orders.apply(event.id(), OrderReplica.of(event));
    }
}
