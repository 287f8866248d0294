package com.ticketing.payments.charge;

import com.ticketing.payments.payment.Charge;
import com.ticketing.payments.payment.Payment;
import com.ticketing.payments.payment.Payments;
import com.ticketing.payments.stripe.Intent;
import com.ticketing.payments.stripe.StripeGateway;
import org.springframework.stereotype.Component;

/** Creates the one PaymentIntent of each order. */
@Component
public class PaymentIntents {

    private final StripeGateway stripe;
    private final Payments payments;

    PaymentIntents(StripeGateway stripe, Payments payments) {
        this.stripe = stripe;
        this.payments = payments;
    }

    /** Returns the id of the order's PaymentIntent. The id is stored before any card can be confirmed on it. */
    public String ensure(Payment payment) {
        Charge charge = payment.charged();
        String known = charge.intentId();
        if (known != null) {
            return known;
        }
        Intent created = stripe.createIntent(payment.id(), charge.amount(), charge.currency());
        payments.changeIf(
                payment.id(),
                stored -> !created.id().equals(stored.charged().intentId()),
                stored -> stored.intentCreated(created.id()));
        return created.id();
    }
}
