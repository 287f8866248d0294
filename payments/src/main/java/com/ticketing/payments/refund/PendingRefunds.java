package com.ticketing.payments.refund;

import com.ticketing.payments.payment.Payments;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/**
 * The gauges {@code payments.refunds.owed}, money that is to go back and has not, and {@code payments.refunds.failed}, those
 * of them that a bank has refused: the person may have to be paid in another way.
 */
@Component
class PendingRefunds implements MeterBinder {

    private final Payments payments;

    PendingRefunds(Payments payments) {
        this.payments = payments;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("payments.refunds.owed", payments::countOwed)
                .description("Refunds that are to be made")
                .register(registry);
        Gauge.builder("payments.refunds.failed", payments::countFailedRefunds)
                .description("Refunds that failed at the bank and are to be made again")
                .register(registry);
    }
}
