package com.ticketing.payments.stripe;

import com.stripe.model.Refund;

/**
 * A refund as Stripe made it.
 *
 * @param failed whether the money came back to us; it may fail days later too
 */
public record MadeRefund(String id, boolean failed) {

    static MadeRefund of(Refund refund) {
        boolean failed = "failed".equals(refund.getStatus()) || "canceled".equals(refund.getStatus());
        return new MadeRefund(refund.getId(), failed);
    }
}
