package com.ticketing.orders.order;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** The gauge {@code orders.overdue}: holds past their end that are still active. Anything but a brief blip means that expiry does not work. */
@Component
class OverdueOrders implements MeterBinder {

    private final Orders orders;
    private final Clock clock;

    OverdueOrders(Orders orders, Clock clock) {
        this.orders = orders;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("orders.overdue", () -> orders.countOverdue(clock.instant()))
                .description("Holds that should have ended and have not")
                .register(registry);
    }
}
