package com.ticketing.payments.charge;

import com.ticketing.common.persistence.WriteConflicts;
import com.ticketing.payments.PaymentError;
import com.ticketing.payments.charge.OutcomeMetrics.Outcome;
import com.ticketing.payments.payment.ChargeStatus;
import com.ticketing.payments.payment.Payment;
import com.ticketing.payments.payment.PaymentProperties;
import com.ticketing.payments.payment.Payments;
import com.ticketing.payments.payment.Refund;
import com.ticketing.payments.stripe.Decline;
import com.ticketing.payments.stripe.Intent;
import com.ticketing.payments.stripe.Intent.Card;
import com.ticketing.payments.stripe.Reversals;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * Stores the outcomes of attempts. Several processes may ask Stripe about one payment, and their answers arrive in any
 * order, so an outcome that is already stored, or belongs to an earlier attempt, changes nothing. Each method returns
 * the payment as stored.
 */
@Component
public class ChargeOutcomes {

    private final Payments payments;
    private final PaymentProperties properties;
    private final OutcomeMetrics metrics;
    private final Clock clock;

    ChargeOutcomes(Payments payments, PaymentProperties properties, OutcomeMetrics metrics, Clock clock) {
        this.payments = payments;
        this.properties = properties;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Stores the state of the PaymentIntent, for which the given attempt asked. */
    public Payment record(String orderId, int attempt, Intent intent) {
        return WriteConflicts.retry(() -> {
            Payment payment = payments.get(orderId);
            ChargeOutcome outcome = ChargeOutcome.of(payment, attempt, intent);
            apply(payment, attempt, outcome);
            Reversals reversals = reversals(payment, intent);
            boolean reversed = !reversals.equals(payment.reversals());
            if (reversed) {
                payment.reverse(reversals, clock.instant());
            }
            if (outcome instanceof ChargeOutcome.Unchanged && !reversed) {
                return payment;
            }
            Payment saved = payments.save(payment);
            metrics.count(outcome);
            return saved;
        });
    }

    /** Returns what was taken back after the state at Stripe is applied. A full refund is not a part of it. */
    private static Reversals reversals(Payment payment, Intent intent) {
        Reversals atStripe = intent.reversals();
        if (!payment.isPaid() || atStripe == null) {
            return payment.reversals();
        }
        boolean refunded = payment.charged().status() == ChargeStatus.REFUNDED;
        return payment.reversals().apply(refunded ? atStripe.withoutRefund() : atStripe);
    }

    private void apply(Payment payment, int attempt, ChargeOutcome outcome) {
        switch (outcome) {
            case ChargeOutcome.Succeeded(Card card, boolean refunded) -> {
                payment.succeed(card, clock.instant());
                if (refunded && payment.allowsRefundRequest()) {
                    payment.requestRefund(Refund.EXTERNAL, false, clock.instant());
                }
            }
            case ChargeOutcome.Cancelled() -> payment.cancel();
            case ChargeOutcome.ActionRequired() -> payment.requireAction(attempt);
            case ChargeOutcome.Declined(Decline decline) -> payment.decline(attempt, decline);
            case ChargeOutcome.RefundedExternally() -> payment.requestRefund(Refund.EXTERNAL, false, clock.instant());
            case ChargeOutcome.AlreadyFinal() -> payment.stopChecks();
            case ChargeOutcome.Unchanged() -> {}
        }
    }

    Payment declined(String orderId, int attempt, Decline decline) {
        return changeUndecided(orderId, attempt, Outcome.DECLINED, payment -> payment.decline(attempt, decline));
    }

    Payment unknown(String orderId, int attempt) {
        return changeUndecided(
                orderId,
                attempt,
                Outcome.UNKNOWN,
                payment -> payment.loseOutcome(attempt, clock.instant().plus(properties.firstCheck())));
    }

    private Payment changeUndecided(String orderId, int attempt, Outcome outcome, Consumer<Payment> change) {
        AtomicBoolean changed = new AtomicBoolean();
        Payment payment = payments.changeIf(
                orderId,
                stored -> {
                    changed.set(stored.isUndecided(attempt));
                    return changed.get();
                },
                change);
        if (changed.get()) {
            metrics.count(outcome);
        }
        return payment;
    }

    /** Stores that Stripe rejected the creation of the PaymentIntent, so that there is nothing to check. */
    public Payment neverCreated(String orderId, int attempt) {
        AtomicBoolean declined = new AtomicBoolean();
        Payment payment = payments.changeIf(orderId, stored -> stored.charged().attempt() == attempt, stored -> {
            declined.set(stored.isUndecided(attempt));
            if (declined.get()) {
                notCompleted(stored, attempt);
            }
            stored.stopChecks();
        });
        countDecline(declined.get());
        return payment;
    }

    /** Stores that the card is about to be confirmed, or that the attempt was declined because the hold has ended. */
    Payment confirming(String orderId, int attempt, String methodId) {
        AtomicBoolean declined = new AtomicBoolean();
        Payment payment = payments.changeIf(orderId, stored -> stored.isUndecided(attempt), stored -> {
            Instant now = clock.instant();
            declined.set(!stored.order().isHeldAt(now));
            if (declined.get()) {
                notCompleted(stored, attempt);
            } else {
                stored.confirm(attempt, methodId, now);
            }
        });
        countDecline(declined.get());
        return payment;
    }

    private static void notCompleted(Payment payment, int attempt) {
        payment.decline(attempt, Decline.of(PaymentError.PAYMENT_NOT_COMPLETED));
    }

    private void countDecline(boolean declined) {
        if (declined) {
            metrics.count(Outcome.DECLINED);
        }
    }
}
