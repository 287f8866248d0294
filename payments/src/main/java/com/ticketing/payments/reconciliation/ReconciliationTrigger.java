package com.ticketing.payments.reconciliation;

import com.ticketing.common.time.BackgroundTask;
import com.ticketing.payments.payment.Payments;
import java.time.Clock;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Starts reconciliation early, for a payment that may have changed. */
@Component
public class ReconciliationTrigger {

    private final Payments payments;
    private final BackgroundTask task;
    private final Clock clock;

    ReconciliationTrigger(
            Payments payments, @Qualifier(ReconciliationConfiguration.TASK) BackgroundTask task, Clock clock) {
        this.payments = payments;
        this.task = task;
        this.clock = clock;
    }

    /** Reconciles the payments with a due check now, rather than at the next interval. */
    public void reconcileDue() {
        task.wake();
    }

    /**
     * Reconciles the payment with this PaymentIntent as soon as possible. Ignores a PaymentIntent that is unknown here.
     */
    public void reconcileSoon(String intentId) {
        Instant now = clock.instant();
        payments.findByIntentId(intentId).ifPresent(found -> {
            payments.changeIf(found.id(), payment -> payment.allowsCheck(now), payment -> payment.scheduleCheck(now));
            task.wake();
        });
    }
}
