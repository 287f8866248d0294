package com.ticketing.orders.order;

import com.ticketing.common.events.PaymentCreated;
import com.ticketing.common.messaging.Listener;
import org.springframework.stereotype.Component;

@Component
class PaymentCreatedListener extends Listener<PaymentCreated> {

    private final OrderService orders;

    PaymentCreatedListener(OrderService orders) {
        super(PaymentCreated.class);
        this.orders = orders;
    }

    @Override
    protected String orderingKey(PaymentCreated event) {
        return event.orderId();
    }

    @Override
    protected void onMessage(PaymentCreated event) {
        orders.complete(event.orderId(), event.stripeId());
    }
}
