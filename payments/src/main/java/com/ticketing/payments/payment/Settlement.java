package com.ticketing.payments.payment;

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
                    outcomes.refunded(orderId, stripe.refund(orderId, heard.intentId()));
                }
            } catch (UnknownOutcomeException e) {
                log.warn("Order {} is looked after again later: {}", orderId, e.toString());
            } catch (RefusedException e) {
                log.error("What order {} needs is tried again later: {}", orderId, e.getMessage());
            }
        });
    }

    private Payment ask(Payment payment) {
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
