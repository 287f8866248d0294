package com.ticketing.payments.reconciliation;

import com.ticketing.payments.charge.ChargeOutcomes;
import com.ticketing.payments.charge.PaymentIntents;
import com.ticketing.payments.payment.Payment;
import com.ticketing.payments.payment.PaymentClaims;
import com.ticketing.payments.payment.Refund;
import com.ticketing.payments.refund.Refunder;
import com.ticketing.payments.stripe.Intent;
import com.ticketing.payments.stripe.RefusedException;
import com.ticketing.payments.stripe.StripeGateway;
import com.ticketing.payments.stripe.UnknownOutcomeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Brings a payment nearer to its end: learns an outcome that was not heard, ends the PaymentIntent of an order that is
 * over, gives back what has to be given back. Each step may be repeated; what fails is tried again later, by any process.
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

    /** Does what is due, unless somebody else has claimed it. */
    void settle(String orderId) {
        claims.claim(orderId).ifPresent(payment -> {
            try {
                Payment heard = payment.isRefundOpen() ? payment : ask(payment);
                if (heard.isRefundOpen()) {
                    refunder.refund(heard);
                }
            } catch (UnknownOutcomeException e) {
                log.warn("OrderReplica {} is looked after again later: {}", orderId, e.toString());
            } catch (RefusedException e) {
                log.error("What order {} needs is tried again later: {}", orderId, e.getMessage());
            }
        });
    }

    private Payment ask(Payment payment) {
        Refund refund = payment.refund();
        String refundId = refund == null ? null : refund.stripeId();
        if (refundId != null) {
            return refunder.check(payment, refundId);
        }
        return askAboutCharge(payment);
    }

    private Payment askAboutCharge(Payment payment) {
        int attempt = payment.charged().attempt();
        try {
            String intentId = intents.ensure(payment);
            boolean end =
                    payment.order().isOver() && !payment.charged().status().isFinal();
            Intent intent = end ? stripe.cancel(intentId) : stripe.retrieve(intentId);
            return outcomes.record(payment.id(), attempt, intent);
        } catch (RefusedException e) {
            if (payment.charged().intentId() == null && e.isAboutRequest()) {
                return outcomes.neverCreated(payment.id(), attempt);
            }
            throw e;
        }
    }
}
