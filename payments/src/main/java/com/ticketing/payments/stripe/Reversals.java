package com.ticketing.payments.stripe;

import com.stripe.model.Charge;
import com.ticketing.common.events.DisputeStatus;
import org.jspecify.annotations.Nullable;

/**
 * What was taken back from a charge at Stripe without this service.
 *
 * @param partlyRefunded the refunded part of the amount, in the currency's smallest unit; 0 if nothing or everything
 *     was refunded
 * @param dispute the lost dispute, or the latest one if none is lost
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

    /** Applies what was read at Stripe. An older state of a dispute changes nothing. */
    public Reversals apply(Reversals atStripe) {
        return new Reversals(atStripe.partlyRefunded, newest(dispute, atStripe.dispute));
    }

    private static @Nullable Dispute newest(@Nullable Dispute known, @Nullable Dispute atStripe) {
        if (known == null || atStripe == null) {
            return known == null ? atStripe : known;
        }
        return known.apply(atStripe);
    }

    public @Nullable DisputeStatus disputeStatus() {
        return dispute == null ? null : dispute.outcome();
    }

    public Reversals withoutRefund() {
        return new Reversals(0, dispute);
    }
}
