package com.ticketing.orders.order;

import com.ticketing.common.errors.DatabaseOutages;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Cancels the holds that the expiration service has not ended within the grace period, for example because it is not
 * available or because its message was lost. Several processes may cancel the same hold; the guarded write lets one of
 * them win.
 */
@Component
class OverdueHolds {

    private static final Logger log = LoggerFactory.getLogger(OverdueHolds.class);
    private static final int BATCH = 100;

    private final Orders orders;
    private final OrderService service;
    private final OrderProperties properties;
    private final Clock clock;
    private final Counter cancelled;

    OverdueHolds(Orders orders, OrderService service, OrderProperties properties, Clock clock, MeterRegistry meters) {
        this.orders = orders;
        this.service = service;
        this.properties = properties;
        this.clock = clock;
        this.cancelled = Counter.builder("orders.overdue.cancelled")
                .description("Holds that ended without the expiration service")
                .register(meters);
    }

    /** Cancels a batch. Returns whether the next one can follow at once: it was full, and no hold remains. */
    boolean cancelBatch() {
        List<String> overdue = orders.overdue(clock.instant().minus(properties.grace()), BATCH);
        long failed = overdue.stream().filter(orderId -> !cancel(orderId)).count();
        return overdue.size() == BATCH && failed == 0;
    }

    /** Returns false after a failure that concerns this order only. Counts a hold that this process has cancelled. */
    private boolean cancel(String orderId) {
        Optional<Order> ended;
        try {
            ended = service.expire(orderId);
        } catch (RuntimeException e) {
            if (DatabaseOutages.isCauseOf(e)) {
                throw e;
            }
            log.error("Overdue hold not cancelled: orderId={}", orderId, e);
            return false;
        }
        if (ended.isPresent()) {
            cancelled.increment();
            log.info("Overdue hold cancelled: orderId={}", orderId);
        }
        return true;
    }
}
