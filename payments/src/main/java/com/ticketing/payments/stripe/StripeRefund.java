package com.ticketing.payments.stripe;

import com.stripe.model.Refund;

/**
 * A refund at Stripe.
 *
 * @param failed whether the bank returned the money to us, which can happen days after the refund was made
 */
public record StripeRefund(String id, boolean failed) {

    static StripeRefund of(Refund refund) {
        boolean failed = "failed".equals(refund.getStatus()) || "canceled".equals(refund.getStatus());
        return new StripeRefund(refund.getId(), failed);
    }
}
