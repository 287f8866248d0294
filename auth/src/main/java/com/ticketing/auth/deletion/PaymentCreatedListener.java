package com.ticketing.auth.deletion;

import com.ticketing.common.events.PaymentCreated;
import com.ticketing.common.messaging.Listener;
import org.springframework.stereotype.Component;

@Component
class PaymentCreatedListener extends Listener<PaymentCreated> {

    private final OpenOrders orders;

    PaymentCreatedListener(OpenOrders orders) {
        super(PaymentCreated.class);
        this.orders = orders;
    }

    @Override
    protected String orderingKey(PaymentCreated event) {
        return event.orderId();
    }

    @Override
    protected void onMessage(PaymentCreated event) {
        orders.charged(event.orderId());
    }
}
