package com.ticketing.payments.payment;

import com.ticketing.payments.stripe.UnknownOutcomeException;
import java.util.function.IntFunction;
import org.springframework.stereotype.Component;

/** Sends requests with the current generation of a payment's idempotency keys, and counts the server errors. */
@Component
public class IdempotencyKeys {

    private final Payments payments;

    IdempotencyKeys(Payments payments) {
        this.payments = payments;
    }

    /**
     * Sends the request. The count of server errors is stored, so that a restart continues it.
     *
     * @param request takes the generation of the key
     */
    public <T> T send(Payment payment, IntFunction<T> request) {
        try {
            return request.apply(payment.keys().number());
        } catch (UnknownOutcomeException e) {
            if (e.serverErrors() > 0) {
                payments.changeIf(payment.id(), stored -> true, stored -> stored.countServerErrors(e.serverErrors()));
            }
            throw e;
        }
    }
}
