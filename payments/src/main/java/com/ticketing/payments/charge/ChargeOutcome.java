package com.ticketing.payments.charge;

import com.ticketing.payments.PaymentError;
import com.ticketing.payments.payment.Payment;
import com.ticketing.payments.stripe.Decline;
import com.ticketing.payments.stripe.Intent;
import com.ticketing.payments.stripe.Intent.Card;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The outcome of an attempt, derived from the state of the PaymentIntent at Stripe. */
sealed interface ChargeOutcome {

    /**
     * The money was taken.
     *
     * @param refunded whether it was refunded since, at Stripe
     */
    record Succeeded(@Nullable Card card, boolean refunded) implements ChargeOutcome {}

    /** The PaymentIntent can never succeed. */
    record Cancelled() implements ChargeOutcome {}

    /** The bank requires an authentication by the buyer. */
    record ActionRequired() implements ChargeOutcome {}

    /** The attempt took no money. */
    record Declined(Decline decline) implements ChargeOutcome {}

    /** The money was refunded at Stripe, not by this service. */
    record RefundedExternally() implements ChargeOutcome {}

    /** The payment already has this state, and it is final: no more checks are needed. */
    record AlreadyFinal() implements ChargeOutcome {}

    /** Nothing changes: the payment already has this state, or the state belongs to another attempt. */
    record Unchanged() implements ChargeOutcome {}

    /**
     * Decides the outcome.
     *
     * @param attempt the attempt for which Stripe was asked; an open intent does not show the outcome of any other
     *     attempt
     */
    static ChargeOutcome of(Payment payment, int attempt, Intent intent) {
        return switch (intent.status()) {
            case SUCCEEDED ->
                payment.isPaid() ? ofPaid(payment, intent) : new Succeeded(intent.card(), intent.refunded());
            case CANCELED -> payment.charged().status().isFinal() ? unchanged(payment) : new Cancelled();
            case REQUIRES_ACTION -> payment.isUndecided(attempt) ? new ActionRequired() : unchanged(payment);
            case OPEN -> payment.isOpen(attempt) ? new Declined(decline(intent)) : unchanged(payment);
            case PROCESSING -> unchanged(payment);
        };
    }

    private static ChargeOutcome ofPaid(Payment payment, Intent intent) {
        return intent.refunded() && payment.allowsRefundRequest() ? new RefundedExternally() : unchanged(payment);
    }

    private static ChargeOutcome unchanged(Payment payment) {
        return payment.hasNeedlessCheck() ? new AlreadyFinal() : new Unchanged();
    }

    private static Decline decline(Intent intent) {
        return Objects.requireNonNullElseGet(
                intent.lastDecline(), () -> Decline.of(PaymentError.PAYMENT_NOT_COMPLETED));
    }
}
