package com.ticketing.orders.order;

import com.ticketing.common.persistence.DatabaseAvailability;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import org.springframework.stereotype.Component;

/**
 * Publishes the gauge {@code orders.overdue}: holds whose grace has passed. A value above 0 for more than a few seconds
 * means that neither the expiration service nor this one ends holds.
 */
@Component
class OverdueOrders implements MeterBinder {

    private final Orders orders;
    private final DatabaseAvailability database;
    private final OrderProperties properties;
    private final Clock clock;

    OverdueOrders(Orders orders, DatabaseAvailability database, OrderProperties properties, Clock clock) {
        this.orders = orders;
        this.properties = properties;
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("orders.overdue", database.whenAvailable(this::count))
                .description("Holds whose grace has passed")
                .register(registry);
    }

    private long count() {
        return orders.countOverdue(clock.instant().minus(properties.grace()));
    }
}
