package com.ticketing.payments.reconciliation;

import com.ticketing.common.time.BackgroundTask;
import com.ticketing.payments.payment.Payment;
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

    /** The result of {@link #reconcileSoon}. */
    public enum Result {
        /** The payment is reconciled, if there is one with this PaymentIntent. */
        ACCEPTED,
        /** The payment is not reconciled: the attempt may store an older state of the PaymentIntent than the newest. */
        ATTEMPT_RUNNING
    }

    /** Reconciles the payments with a due check now, rather than at the next interval. */
    public void reconcileDue() {
        task.wake();
    }

    /**
     * Reconciles the payment with this PaymentIntent as soon as possible, unless an attempt is running. Ignores a
     * PaymentIntent that is unknown here.
     */
    public Result reconcileSoon(String intentId) {
        return payments.findByIntentId(intentId).map(this::scheduleCheck).orElse(Result.ACCEPTED);
    }

    private Result scheduleCheck(Payment found) {
        Instant now = clock.instant();
        Payment stored = payments.changeIf(
                found.id(), payment -> payment.allowsCheck(now), payment -> payment.scheduleCheck(now));
        task.wake();
        return stored.isOwnedByAttempt() ? Result.ATTEMPT_RUNNING : Result.ACCEPTED;
    }
}
