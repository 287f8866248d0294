package com.ticketing.orders.order;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Counts how holds begin and end, and how long that takes. Each method is called after the order was saved. */
@Component
class HoldMetrics {

    private static final Duration[] PAYMENT_TIMES = {
        Duration.ofSeconds(15),
        Duration.ofSeconds(30),
        Duration.ofMinutes(1),
        Duration.ofMinutes(2),
        Duration.ofMinutes(5),
        Duration.ofMinutes(10),
        Duration.ofMinutes(15)
    };

    private static final Duration[] LATENESSES = {
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(2),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofMinutes(1),
        Duration.ofMinutes(5)
    };

    private final Counter placed;
    private final Counter released;
    private final Counter expired;
    private final Counter completed;
    private final Timer paymentTime;
    private final Timer expiryLateness;
    private final OrderProperties properties;
    private final Clock clock;

    HoldMetrics(MeterRegistry meters, OrderProperties properties, Clock clock) {
        this.placed = counter(meters, "orders.holds.placed", "Holds placed");
        this.released = counter(
                meters,
                "orders.holds.released",
                "Holds cancelled by the buyer, or because of a ban, a deletion or a withdrawal");
        this.expired = counter(meters, "orders.holds.expired", "Holds that ended without a payment");
        this.completed = counter(meters, "orders.completed", "Orders completed by a payment");
        this.paymentTime = Timer.builder("orders.payment.time")
                .description("Time from placing a hold to its payment")
                .serviceLevelObjectives(PAYMENT_TIMES)
                .register(meters);
        this.expiryLateness = Timer.builder("orders.expiry.lateness")
                .description("Time from the end of a hold to its cancellation")
                .serviceLevelObjectives(LATENESSES)
                .register(meters);
        this.properties = properties;
        this.clock = clock;
    }

    private static Counter counter(MeterRegistry meters, String name, String description) {
        return Counter.builder(name).description(description).register(meters);
    }

    void placed() {
        placed.increment();
    }

    void released() {
        released.increment();
    }

    void expired(Order order) {
        expired.increment();
        expiryLateness.record(Duration.between(order.expiresAt(), clock.instant()));
    }

    void completed(Order order) {
        completed.increment();
        paymentTime.record(Duration.between(order.expiresAt().minus(properties.hold()), clock.instant()));
    }
}
