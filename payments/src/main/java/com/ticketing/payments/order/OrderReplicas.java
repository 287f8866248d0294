package com.ticketing.payments.order;

import com.ticketing.common.persistence.WriteConflicts;
import com.ticketing.payments.payment.OrderReplica;
import com.ticketing.payments.payment.Payment;
import com.ticketing.payments.payment.Payments;
import com.ticketing.payments.reconciliation.ReconciliationSchedule;
import java.time.Clock;
import org.springframework.stereotype.Service;

/** Keeps the copies of orders in step with the orders service. */
@Service
class OrderReplicas {

    private final Payments payments;
    private final ReconciliationSchedule sweep;
    private final Clock clock;

    OrderReplicas(Payments payments, ReconciliationSchedule sweep, Clock clock) {
        this.payments = payments;
        this.sweep = sweep;
        this.clock = clock;
    }

    void follow(String orderId, OrderReplica told) {
        Payment payment = WriteConflicts.retry(() -> payments.find(orderId)
                .map(known -> follow(known, told))
                .orElseGet(() -> payments.save(Payment.of(orderId, told))));
        if (payment.isDue(clock.instant())) {
            sweep.wake();
        }
    }

    private Payment follow(Payment known, OrderReplica told) {
        if (known.order().merge(told).equals(known.order())) {
            return known;
        }
        known.follow(told, clock.instant());
        return payments.save(known);
    }
}
