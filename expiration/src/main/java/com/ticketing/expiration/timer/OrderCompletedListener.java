package com.ticketing.expiration.timer;

import com.ticketing.common.events.OrderCompleted;
import com.ticketing.common.messaging.Listener;
import org.springframework.stereotype.Component;

@Component
class OrderCompletedListener extends Listener<OrderCompleted> {

    private final TimerService timers;

    OrderCompletedListener(TimerService timers) {
        super(OrderCompleted.class);
        this.timers = timers;
    }

    @Override
    protected String orderingKey(OrderCompleted event) {
        return event.id();
    }

    @Override
    protected void onMessage(OrderCompleted event) {
        timers.stop(event.id(), event.version());
    }
}
