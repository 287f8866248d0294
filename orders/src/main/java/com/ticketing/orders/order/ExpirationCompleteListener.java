package com.ticketing.orders.order;

import com.ticketing.common.events.ExpirationComplete;
import com.ticketing.common.messaging.Listener;
import org.springframework.stereotype.Component;

@Component
class ExpirationCompleteListener extends Listener<ExpirationComplete> {

    private final OrderService orders;

    ExpirationCompleteListener(OrderService orders) {
        super(ExpirationComplete.class);
        this.orders = orders;
    }

    @Override
    protected String orderingKey(ExpirationComplete event) {
        return event.orderId();
    }

    @Override
    protected void onMessage(ExpirationComplete event) {
        orders.expire(event.orderId());
    }
}
