package com.ticketing.payments.stripe;

import com.ticketing.common.events.DisputeStatus;
import java.time.Instant;

/**
 * A dispute at Stripe: the buyer's bank takes the money of a charge back, for good if it decides against the seller.
 *
 * @param status Stripe's status
 * @param reason Stripe's reason
 * @param amount in the currency's smallest unit
 */
public record Dispute(String id, String status, String reason, long amount, Instant openedAt) {

    static Dispute of(com.stripe.model.Dispute dispute) {
        return new Dispute(
                dispute.getId(),
                dispute.getStatus(),
                dispute.getReason(),
                dispute.getAmount(),
                Instant.ofEpochSecond(dispute.getCreated()));
    }

    public DisputeStatus outcome() {
        return switch (status) {
            case "won", "warning_closed", "prevented" -> DisputeStatus.WON;
            case "lost" -> DisputeStatus.LOST;
            default -> DisputeStatus.OPEN;
        };
    }

    /**
     * Applies what was read at Stripe, perhaps before this state: a decided dispute never opens again. A later dispute
     * of the same charge replaces this one, unless this one is lost: that money does not return.
     */
    Dispute apply(Dispute atStripe) {
        return atStripe.isNewerThan(this) ? atStripe : this;
    }

    private boolean isNewerThan(Dispute known) {
        if (known.outcome() == DisputeStatus.LOST) {
            return false;
        }
        if (known.id.equals(id)) {
            return known.outcome() == DisputeStatus.OPEN;
        }
        return outcome() == DisputeStatus.LOST || !openedAt.isBefore(known.openedAt);
    }
}
