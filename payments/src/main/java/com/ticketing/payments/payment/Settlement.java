package com.ticketing.payments.payment;

import com.ticketing.payments.stripe.Intent;
import com.ticketing.payments.stripe.MadeRefund;
import com.ticketing.payments.stripe.RefusedException;
import com.ticketing.payments.stripe.StripeGateway;
import com.ticketing.payments.stripe.UnknownOutcomeException;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Brings a payment nearer to its end: learns an outcome that was not heard, ends the PaymentIntent of an order that is
 * over, gives back what has to be given back. Each step may be repeated; what fails is tried again later, by any process.
 */
@Component
class Settlement {

    private static final Logger log = LoggerFactory.getLogger(Settlement.class);

    private final Claims claims;
    private final StripeGateway stripe;
    private final OrderIntents intents;
    private final Outcomes outcomes;

    Settlement(Claims claims, StripeGateway stripe, OrderIntents intents, Outcomes outcomes) {
        this.claims = claims;
        this.stripe = stripe;
        this.intents = intents;
        this.outcomes = outcomes;
    }

    /** Does what is due, unless somebody else has claimed it. */
    void settle(String orderId) {
        claims.claim(orderId).ifPresent(payment -> {
            try {
                Payment heard = payment.isRefundOpen() ? payment : ask(payment);
                if (heard.isRefundOpen()) {
                    giveBack(heard);
                }
            } catch (UnknownOutcomeException e) {
                log.warn("Order {} is looked after again later: {}", orderId, e.toString());
            } catch (RefusedException e) {
                log.error("What order {} needs is tried again later: {}", orderId, e.getMessage());
            }
        });
    }

    private void giveBack(Payment payment) {
        int attempt = Objects.requireNonNull(payment.refund()).attempt();
        MadeRefund made = stripe.refund(payment.id(), attempt, payment.intentId());
        if (made.failed()) {
            refundFailed(payment, made.id());
        } else {
            outcomes.refunded(payment.id(), made.id());
        }
    }

    private Payment refundFailed(Payment payment, String refundId) {
        log.error("Refund {} of order {} failed at the bank; it is asked for again later", refundId, payment.id());
        return outcomes.refundFailed(payment.id(), refundId);
    }

    private Payment ask(Payment payment) {
        Refund refund = payment.refund();
        String refundId = refund == null ? null : refund.stripeId();
        if (refundId != null) {
            return stripe.hasFailed(refundId) ? refundFailed(payment, refundId) : outcomes.settled(payment.id());
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
