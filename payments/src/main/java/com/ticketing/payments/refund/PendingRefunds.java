package com.ticketing.payments.refund;

import com.ticketing.common.persistence.DatabaseAvailability;
import com.ticketing.payments.payment.Payments;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/**
 * The gauges {@code payments.refunds.pending}, all pending refunds, {@code payments.refunds.failed}, those of them that
 * have failed at the bank, and {@code payments.refunds.rejected}, those that Stripe rejects. After a failure or a
 * rejection, an operator may have to pay the buyer in another way.
 */
@Component
class PendingRefunds implements MeterBinder {

    private final Payments payments;
    private final DatabaseAvailability database;

    PendingRefunds(Payments payments, DatabaseAvailability database) {
        this.payments = payments;
        this.database = database;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("payments.refunds.pending", database.whenAvailable(payments::countPendingRefunds))
                .description("Pending refunds")
                .register(registry);
        Gauge.builder("payments.refunds.failed", database.whenAvailable(payments::countFailedRefunds))
                .description("Pending refunds that failed at the bank at least once")
                .register(registry);
        Gauge.builder("payments.refunds.rejected", database.whenAvailable(payments::countRejectedRefunds))
                .description("Refunds that Stripe rejected")
                .register(registry);
    }
}
