package com.ticketing.payments.order;

import com.ticketing.common.events.OrderCompleted;
import com.ticketing.common.messaging.Listener;
import com.ticketing.payments.payment.OrderReplica;
import org.springframework.stereotype.Component;

@Component
class OrderCompletedListener extends Listener<OrderCompleted> {

    private final OrderReplicas orders;

    OrderCompletedListener(OrderReplicas orders) {
        super(OrderCompleted.class);
        this.orders = orders;
    }

    @Override
    protected String orderingKey(OrderCompleted event) {
        return event.id();
    }

    @Override
    protected void onMessage(OrderCompleted event) {
        orders.apply(event.id(), OrderReplica.of(event));
    }
}
