package com.ticketing.expiration.timer;

import com.ticketing.common.events.OrderCancelled;
import com.ticketing.common.messaging.Listener;
import org.springframework.stereotype.Component;

@Component
class OrderCancelledListener extends Listener<OrderCancelled> {

    private final TimerService timers;

    OrderCancelledListener(TimerService timers) {
        super(OrderCancelled.class);
        this.timers = timers;
    }

    @Override
    protected String orderingKey(OrderCancelled event) {
        return event.id();
    }

    @Override
    protected void onMessage(OrderCancelled event) {
        timers.stop(event.id(), event.version());
    }
}
