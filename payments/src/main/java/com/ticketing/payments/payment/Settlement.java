package com.ticketing.payments.payment;

import com.ticketing.payments.stripe.Intent;
import com.ticketing.payments.stripe.RefusedException;
import com.ticketing.payments.stripe.StripeGateway;
import com.ticketing.payments.stripe.UnknownOutcomeException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/**
 * Brings a payment nearer to its end: learns an outcome that was not heard, ends the PaymentIntent of a cancelled order,
 * gives back what has to be given back. Each step may be repeated; what fails is tried again later, by any process.
 */
@Component
class Settlement {

    private static final Logger log = LoggerFactory.getLogger(Settlement.class);

    private final Payments payments;
    private final StripeGateway stripe;
    private final Checkout checkout;
    private final Outcomes outcomes;
    private final PaymentProperties properties;
    private final Clock clock;

    Settlement(
            Payments payments,
            StripeGateway stripe,
            Checkout checkout,
            Outcomes outcomes,
            PaymentProperties properties,
            Clock clock) {
        this.payments = payments;
        this.stripe = stripe;
        this.checkout = checkout;
        this.outcomes = outcomes;
        this.properties = properties;
        this.clock = clock;
    }

    /** Does what is due, unless somebody else has claimed it. */
    void settle(String orderId) {
        claim(orderId).ifPresent(payment -> {
            try {
                Payment heard = payment.charged().status().isFinal() ? payment : ask(payment);
                if (heard.isRefundOpen()) {
                    refund(heard);
                }
            } catch (UnknownOutcomeException e) {
                log.warn("Order {} is looked after again later: {}", orderId, e.toString());
            } catch (RefusedException e) {
                log.error("What order {} needs is tried again later: {}", orderId, e.getMessage());
            }
        });
    }

    private Optional<Payment> claim(String orderId) {
        Instant now = clock.instant();
        Optional<Payment> due = payments.find(orderId).filter(payment -> payment.isDue(now));
        due.ifPresent(payment -> payment.postpone(now.plus(properties.pauseAfter(payment.checks()))));
        try {
            return due.map(payments::save);
        } catch (OptimisticLockingFailureException e) {
            log.debug("Order {} is in other hands", orderId);
            return Optional.empty();
        }
    }

    private Payment ask(Payment payment) {
        int attempt = payment.charged().attempt();
        try {
            String intentId = checkout.intent(payment);
            Intent intent = payment.order().isCancelled() ? stripe.cancel(intentId) : stripe.retrieve(intentId);
            return outcomes.record(payment.id(), attempt, intent);
        } catch (RefusedException e) {
            if (payment.charged().intentId() == null && e.isAboutRequest()) {
                return outcomes.neverCreated(payment.id(), attempt);
            }
            throw e;
        }
    }

    private void refund(Payment payment) {
        String refundId = stripe.refund(payment.id(), payment.intentId());
        outcomes.refunded(payment.id(), refundId);
    }
}
