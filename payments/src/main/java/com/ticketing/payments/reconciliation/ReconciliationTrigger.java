package com.ticketing.payments.reconciliation;

import com.ticketing.payments.payment.Payments;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Requests the reconciliation of a payment that may have changed at Stripe. */
@Component
public class ReconciliationTrigger {

    private final Payments payments;
    private final ReconciliationSchedule schedule;
    private final Clock clock;

    ReconciliationTrigger(Payments payments, ReconciliationSchedule schedule, Clock clock) {
        this.payments = payments;
        this.schedule = schedule;
        this.clock = clock;
    }

    /** Reconciles the payment with this PaymentIntent as soon as possible. Ignores a PaymentIntent that is unknown here. */
    public void reconcileSoon(String intentId) {
        Instant now = clock.instant();
        payments.findByIntentId(intentId).ifPresent(found -> {
            payments.changeIf(found.id(), payment -> payment.allowsCheck(now), payment -> payment.scheduleCheck(now));
            schedule.wake();
        });
    }
}
