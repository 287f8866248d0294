package com.ticketing.payments.order;

import com.ticketing.common.events.OrderCreated;
import com.ticketing.common.messaging.BatchListener;
import com.ticketing.payments.payment.OrderReplica;
import com.ticketing.payments.payment.Payment;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class OrderCreatedListener extends BatchListener<OrderCreated, Payment> {

    private final OrderReplicas orders;

    OrderCreatedListener(OrderReplicas orders) {
        super(OrderCreated.class);
        this.orders = orders;
    }

    @Override
    protected Payment translate(OrderCreated event) {
        return Payment.of(event.id(), OrderReplica.of(event));
    }

    @Override
    protected void applyAll(List<Payment> created) {
        orders.createAll(created);
    }
}
