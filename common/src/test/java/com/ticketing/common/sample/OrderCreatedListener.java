package com.ticketing.common.sample;

import com.ticketing.common.events.OrderCreated;
import com.ticketing.common.messaging.Listener;
import org.springframework.stereotype.Component;

@Component
class OrderCreatedListener extends Listener<OrderCreated> {

    private final Inbox inbox;

    OrderCreatedListener(Inbox inbox) {
        super(OrderCreated.class);
        this.inbox = inbox;
    }

    @Override
    protected void onMessage(OrderCreated order) {
        inbox.deliver(order);
    }
}
