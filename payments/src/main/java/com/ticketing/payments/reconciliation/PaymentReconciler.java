package com.ticketing.payments.reconciliation;

import com.ticketing.payments.charge.ChargeOutcomes;
import com.ticketing.payments.charge.PaymentIntents;
import com.ticketing.payments.payment.Payment;
import com.ticketing.payments.payment.PaymentClaims;
import com.ticketing.payments.payment.Refund;
import com.ticketing.payments.refund.Refunder;
import com.ticketing.payments.stripe.Intent;
import com.ticketing.payments.stripe.RejectedException;
import com.ticketing.payments.stripe.StripeGateway;
import com.ticketing.payments.stripe.UnknownOutcomeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reconciles one payment with Stripe: asks about an unknown outcome or about reversals, cancels the PaymentIntent of an
 * ended order, and makes a pending refund. Each step can be repeated; failed steps are retried later, by any process.
 */
@Component
class PaymentReconciler {

    private static final Logger log = LoggerFactory.getLogger(PaymentReconciler.class);

    private final PaymentClaims claims;
    private final StripeGateway stripe;
    private final PaymentIntents intents;
    private final ChargeOutcomes outcomes;
    private final Refunder refunder;

    PaymentReconciler(
            PaymentClaims claims,
            StripeGateway stripe,
            PaymentIntents intents,
            ChargeOutcomes outcomes,
            Refunder refunder) {
        this.claims = claims;
        this.stripe = stripe;
        this.intents = intents;
        this.outcomes = outcomes;
        this.refunder = refunder;
    }

    /** Reconciles the payment, if its check is due and no other process has claimed it. */
    void reconcile(String orderId) {
        claims.claim(orderId).ifPresent(payment -> {
            try {
                // a webhook may report a dispute while a refund is pending, and the refund does not record it
                Payment current = check(payment);
                if (current.isRefundPending()) {
                    refunder.refund(current);
                }
            } catch (UnknownOutcomeException e) {
                log.warn("Reconciliation postponed: orderId={} reason={}", orderId, e.toString());
            } catch (RejectedException e) {
                log.error("Reconciliation postponed: orderId={} reason={}", orderId, e.getMessage());
            }
        });
    }

    private Payment check(Payment payment) {
        Refund refund = payment.refund();
        String refundId = refund == null ? null : refund.stripeId();
        return refundId != null && stripe.hasFailed(refundId)
                ? refunder.storeFailure(payment, refundId)
                : checkCharge(payment);
    }

    private Payment checkCharge(Payment payment) {
        int attempt = payment.charged().attempt();
        try {
            String intentId = intents.ensure(payment);
            boolean cancel =
                    payment.order().isOver() && !payment.charged().status().isFinal();
            Intent intent = cancel ? stripe.cancel(intentId) : stripe.retrieve(intentId);
            return outcomes.record(payment.id(), attempt, intent);
        } catch (RejectedException e) {
            if (payment.charged().intentId() == null && e.isAboutRequest()) {
                return outcomes.neverCreated(payment.id(), attempt);
            }
            throw e;
        }
    }
}
