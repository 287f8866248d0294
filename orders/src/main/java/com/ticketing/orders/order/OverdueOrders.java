package com.ticketing.orders.order;

import com.ticketing.common.persistence.DatabaseAvailability;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import org.springframework.stereotype.Component;

/**
 * Publishes the gauge {@code orders.overdue}: holds that have expired and are still active. A value above 0 for more than
 * a few seconds means that the expiration service or the broker is not available.
 */
@Component
class OverdueOrders implements MeterBinder {

    private final Orders orders;
    private final DatabaseAvailability database;
    private final Clock clock;

    OverdueOrders(Orders orders, DatabaseAvailability database, Clock clock) {
        this.orders = orders;
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("orders.overdue", database.whenAvailable(() -> orders.countOverdue(clock.instant())))
                .description("Expired holds that are still active")
                .register(registry);
    }
}
