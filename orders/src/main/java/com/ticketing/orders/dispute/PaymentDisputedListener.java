package com.ticketing.orders.dispute;

import com.ticketing.common.events.PaymentDisputed;
import com.ticketing.common.messaging.Listener;
import org.springframework.stereotype.Component;

@Component
class PaymentDisputedListener extends Listener<PaymentDisputed> {

    private final DisputeReplicas disputes;

    PaymentDisputedListener(DisputeReplicas disputes) {
        super(PaymentDisputed.class);
        this.disputes = disputes;
    }

    @Override
    protected String orderingKey(PaymentDisputed event) {
        return event.orderId();
    }

    @Override
    protected void onMessage(PaymentDisputed event) {
        disputes.saveIfNewer(new DisputeReplica(event.orderId(), event.version(), event.status()));
    }
}
