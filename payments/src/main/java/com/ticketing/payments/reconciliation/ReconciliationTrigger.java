package com.ticketing.payments.reconciliation;

import com.ticketing.common.persistence.WriteConflicts;
import com.ticketing.payments.payment.Payment;
import com.ticketing.payments.payment.Payments;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** For those who have reason to think that something has happened to a payment at Stripe. */
@Component
public class ReconciliationTrigger {

    private final Payments payments;
    private final ReconciliationSchedule sweep;
    private final Clock clock;

    ReconciliationTrigger(Payments payments, ReconciliationSchedule sweep, Clock clock) {
        this.payments = payments;
        this.sweep = sweep;
        this.clock = clock;
    }

    /** Has Stripe asked about the payment with this PaymentIntent soon, if there is one. */
    public void lookAfter(String intentId) {
        boolean asked = WriteConflicts.retry(() -> {
            Instant now = clock.instant();
            Optional<Payment> payment = payments.ofIntent(intentId).filter(found -> found.mayLookAfter(now));
            payment.ifPresent(found -> {
                found.lookAfter(now);
                payments.save(found);
            });
            return payment.isPresent();
        });
        if (asked) {
            sweep.wake();
        }
    }
}
