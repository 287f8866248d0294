package com.ticketing.payments.payment;

import com.ticketing.common.persistence.WriteConflicts;
import java.time.Clock;
import org.springframework.stereotype.Service;

/** Keeps the copies of orders in step with the orders service. */
@Service
class OrderCopies {

    private final Payments payments;
    private final Sweep sweep;
    private final Clock clock;

    OrderCopies(Payments payments, Sweep sweep, Clock clock) {
        this.payments = payments;
        this.sweep = sweep;
        this.clock = clock;
    }

    void follow(String orderId, Order told) {
        Payment payment = WriteConflicts.retry(() -> payments.find(orderId)
                .map(known -> follow(known, told))
                .orElseGet(() -> payments.save(Payment.of(orderId, told))));
        if (payment.isDue(clock.instant())) {
            sweep.wake();
        }
    }

    private Payment follow(Payment known, Order told) {
        if (known.order().merge(told).equals(known.order())) {
            return known;
        }
        known.follow(told, clock.instant());
        return payments.save(known);
    }
}
