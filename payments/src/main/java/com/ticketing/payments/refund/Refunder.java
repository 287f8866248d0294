package com.ticketing.payments.refund;

import com.ticketing.payments.charge.ChargeOutcomes;
import com.ticketing.payments.payment.Payment;
import com.ticketing.payments.stripe.MadeRefund;
import com.ticketing.payments.stripe.StripeGateway;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes pending refunds at Stripe. */
@Component
public class Refunder {

    private static final Logger log = LoggerFactory.getLogger(Refunder.class);

    private final StripeGateway stripe;
    private final ChargeOutcomes outcomes;

    Refunder(StripeGateway stripe, ChargeOutcomes outcomes) {
        this.stripe = stripe;
        this.outcomes = outcomes;
    }

    public void refund(Payment payment) {
        int attempt = Objects.requireNonNull(payment.refund()).attempt();
        MadeRefund made = stripe.refund(payment.id(), attempt, payment.intentId());
        if (made.failed()) {
            refundFailed(payment, made.id());
        } else {
            outcomes.refunded(payment.id(), made.id());
        }
    }

    public Payment check(Payment payment, String refundId) {
        return stripe.hasFailed(refundId) ? refundFailed(payment, refundId) : outcomes.settled(payment.id());
    }

    private Payment refundFailed(Payment payment, String refundId) {
        log.error("Refund {} of order {} failed at the bank; it is asked for again later", refundId, payment.id());
        return outcomes.refundFailed(payment.id(), refundId);
    }
}
