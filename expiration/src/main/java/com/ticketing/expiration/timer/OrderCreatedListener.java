package com.ticketing.expiration.timer;

import com.ticketing.common.events.OrderCreated;
import com.ticketing.common.messaging.Listener;
import org.springframework.stereotype.Component;

@Component
class OrderCreatedListener extends Listener<OrderCreated> {

    private final TimerService timers;

    OrderCreatedListener(TimerService timers) {
        super(OrderCreated.class);
        this.timers = timers;
    }

    @Override
    protected void onMessage(OrderCreated event) {
        timers.start(event.id(), event.version(), event.expiresAt());
    }
}
