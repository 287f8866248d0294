package com.ticketing.payments.refund;

import com.ticketing.common.persistence.DatabaseAvailability;
import com.ticketing.payments.payment.Payments;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * The gauges {@code payments.refunds.pending}, all pending refunds, {@code payments.refunds.oldest.age}, how long the
 * oldest of them has waited, {@code payments.refunds.failed}, those that have failed at the bank, and
 * {@code payments.refunds.rejected}, those that Stripe rejects. After a failure or a rejection, an operator may have to
 * pay the buyer in another way.
 */
@Component
class PendingRefunds implements MeterBinder {

    private final Payments payments;
    private final DatabaseAvailability database;
    private final Clock clock;

    PendingRefunds(Payments payments, DatabaseAvailability database, Clock clock) {
        this.payments = payments;
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("payments.refunds.pending", database.whenAvailable(payments::countPendingRefunds))
                .description("Pending refunds")
                .register(registry);
        TimeGauge.builder("payments.refunds.oldest.age", database.whenAvailable(this::oldestAge), TimeUnit.MILLISECONDS)
                .description("Time since the oldest pending refund was requested")
                .register(registry);
        Gauge.builder("payments.refunds.failed", database.whenAvailable(payments::countFailedRefunds))
                .description("Pending refunds that failed at the bank at least once")
                .register(registry);
        Gauge.builder("payments.refunds.rejected", database.whenAvailable(payments::countRejectedRefunds))
                .description("Refunds that Stripe rejected")
                .register(registry);
    }

    private long oldestAge() {
        return payments.oldestPendingRefund()
                .map(requested -> Duration.between(requested, clock.instant()).toMillis())
                .orElse(0L);
    }
}
