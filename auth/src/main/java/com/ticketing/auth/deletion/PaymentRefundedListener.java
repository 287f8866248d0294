package com.ticketing.auth.deletion;

import com.ticketing.common.events.PaymentRefunded;
import com.ticketing.common.messaging.Listener;
import org.springframework.stereotype.Component;

@Component
class PaymentRefundedListener extends Listener<PaymentRefunded> {

    private final OpenOrders orders;

    PaymentRefundedListener(OpenOrders orders) {
        super(PaymentRefunded.class);
        this.orders = orders;
    }

    @Override
    protected String orderingKey(PaymentRefunded event) {
        return event.orderId();
    }

    @Override
    protected void onMessage(PaymentRefunded event) {
        orders.closed(event.orderId(), null);
    }
}
