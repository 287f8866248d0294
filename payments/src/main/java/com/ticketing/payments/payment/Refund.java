package com.ticketing.payments.payment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A durable command to give the money back, and then what came of it.
 *
 * @param relist whether the ticket is to be for sale again
 * @param stripeId the refund at Stripe, once done
 */
record Refund(
        String reason,
        boolean relist,
        Instant requestedAt,
        @Nullable String stripeId,
        @Nullable Instant doneAt) {

    static Refund request(String reason, boolean relist, Instant now) {
        return new Refund(reason, relist, now, null, null);
    }

    Refund done(String refundId, Instant now) {
        return new Refund(reason, relist, requestedAt, refundId, now);
    }

    boolean isDone() {
        return stripeId != null;
    }
}
