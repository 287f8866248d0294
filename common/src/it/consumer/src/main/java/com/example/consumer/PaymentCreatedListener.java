package com.example.consumer;

import com.ticketing.common.events.PaymentCreated;
import com.ticketing.common.messaging.Listener;
import org.springframework.stereotype.Component;

@Component
class PaymentCreatedListener extends Listener<PaymentCreated> {

    private final Receipts receipts;

    PaymentCreatedListener(Receipts receipts) {
        super(PaymentCreated.class);
        this.receipts = receipts;
    }

    @Override
    protected void onMessage(PaymentCreated payment) {
        receipts.saveIfNewer(new Receipt(payment.orderId(), 0, payment.stripeId()));
    }
}
