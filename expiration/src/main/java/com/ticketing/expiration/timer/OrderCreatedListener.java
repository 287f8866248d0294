package com.ticketing.expiration.timer;

import com.ticketing.common.events.OrderCreated;
import com.ticketing.common.messaging.BatchListener;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class OrderCreatedListener extends BatchListener<OrderCreated, Timer> {

    private final TimerService timers;

    OrderCreatedListener(TimerService timers) {
        super(OrderCreated.class);
        this.timers = timers;
    }

    @Override
    protected Timer translate(OrderCreated event) {
        return Timer.started(event.id(), event.version(), event.expiresAt());
    }

    @Override
    protected void applyAll(List<Timer> started) {
        timers.startAll(started);
    }
}
