package com.ticketing.payments.stripe;

import com.stripe.model.Refund;

/**
 * A refund at Stripe.
 *
 * @param failed whether the refund failed at the bank, which can happen days after it was made
 */
public record StripeRefund(String id, boolean failed) {

    static StripeRefund of(Refund refund) {
        boolean failed = "failed".equals(refund.getStatus()) || "canceled".equals(refund.getStatus());
        return new StripeRefund(refund.getId(), failed);
    }
}
