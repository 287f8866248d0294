package com.ticketing.payments.stripe;

import java.time.Instant;

/**
 * A dispute at Stripe: the buyer's bank takes the money of a charge back, for good if it decides against the seller.
 *
 * @param status Stripe's status
 * @param reason Stripe's reason
 * @param amount in the currency's smallest unit
 */
public record Dispute(String id, String status, String reason, long amount, Instant openedAt) {

    /** Whether the bank has decided. */
    public enum Outcome {
        OPEN,
        WON,
        LOST
    }

    static Dispute of(com.stripe.model.Dispute dispute) {
        return new Dispute(
                dispute.getId(),
                dispute.getStatus(),
                dispute.getReason(),
                dispute.getAmount(),
                Instant.ofEpochSecond(dispute.getCreated()));
    }

    public Outcome outcome() {
        return switch (status) {
            case "won", "warning_closed", "prevented" -> Outcome.WON;
            case "lost" -> Outcome.LOST;
            default -> Outcome.OPEN;
        };
    }
}
