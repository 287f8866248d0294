package com.ticketing.payments.charge;

import com.ticketing.payments.payment.Charge;
import com.ticketing.payments.payment.IdempotencyKeys;
import com.ticketing.payments.payment.Payment;
import com.ticketing.payments.payment.Payments;
import com.ticketing.payments.stripe.Intent;
import com.ticketing.payments.stripe.StripeGateway;
import org.springframework.stereotype.Component;

/** Creates the one PaymentIntent of each order. */
@Component
public class PaymentIntents {

    private final StripeGateway stripe;
    private final IdempotencyKeys keys;
    private final Payments payments;

    PaymentIntents(StripeGateway stripe, IdempotencyKeys keys, Payments payments) {
        this.stripe = stripe;
        this.keys = keys;
        this.payments = payments;
    }

    /**
     * Returns the id of the order's PaymentIntent. The id is stored before any card can be confirmed on it. Another
     * PaymentIntent, created with another generation of the key, stays unconfirmed and takes no money.
     */
    public String ensure(Payment payment) {
        Charge charge = payment.charged();
        String known = charge.intentId();
        if (known != null) {
            return known;
        }
        Intent created = keys.send(
                payment,
                generation -> stripe.createIntent(payment.id(), generation, charge.amount(), charge.currency()));
        return payments.changeIf(
                        payment.id(),
                        stored -> stored.charged().intentId() == null,
                        stored -> stored.intentCreated(created.id()))
                .intentId();
    }
}
