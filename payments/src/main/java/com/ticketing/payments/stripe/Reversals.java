package com.ticketing.payments.stripe;

import com.stripe.model.Charge;
import org.jspecify.annotations.Nullable;

/**
 * What was taken back from a charge at Stripe without this service.
 *
 * @param partlyRefunded the refunded part of the amount, in the currency's smallest unit; 0 if nothing or everything was
 *     refunded
 * @param dispute the latest dispute
 */
public record Reversals(long partlyRefunded, @Nullable Dispute dispute) {

    public static final Reversals NONE = new Reversals(0, null);

    /** Returns the part that was refunded, or 0 if nothing or everything was. */
    static long partlyRefunded(@Nullable Charge charge) {
        if (charge == null || Boolean.TRUE.equals(charge.getRefunded())) {
            return 0;
        }
        Long amount = charge.getAmountRefunded();
        return amount == null ? 0 : amount;
    }

    static boolean isDisputed(@Nullable Charge charge) {
        return charge != null && Boolean.TRUE.equals(charge.getDisputed());
    }

    public Reversals withoutRefund() {
        return new Reversals(0, dispute);
    }
}
