package com.ticketing.payments.charge;

import com.ticketing.payments.payment.Charge;
import com.ticketing.payments.payment.Payment;
import com.ticketing.payments.stripe.Intent;
import com.ticketing.payments.stripe.StripeGateway;
import org.springframework.stereotype.Component;

/** The one PaymentIntent of each order. */
@Component
public class PaymentIntents {

    private final StripeGateway stripe;
    private final ChargeOutcomes outcomes;

    PaymentIntents(StripeGateway stripe, ChargeOutcomes outcomes) {
        this.stripe = stripe;
        this.outcomes = outcomes;
    }

    /** The intent's id, known to our database before any card can be confirmed on it. */
    public String ensure(Payment payment) {
        Charge charge = payment.charged();
        String known = charge.intentId();
        if (known != null) {
            return known;
        }
        Intent created = stripe.createIntent(payment.id(), charge.amount(), charge.currency());
        outcomes.change(payment.id(), now -> {
            boolean news = now.charged().intentId() == null;
            now.intentCreated(created.id());
            return news;
        });
        return created.id();
    }
}
