package com.ticketing.acceptance.endtoend;

import org.bson.Document;

/**
 * A stage of a payment at which a process may be killed or paused.
 *
 * <p>{@link #stall} makes the stand-in keep a payment at the stage; {@link #isReached} reads from both databases
 * whether the payment is there.
 */
enum PaymentStage {
    CLAIMED_AND_NOT_CREATED("order-%s", "request_late"),
    CREATED_AND_NOT_SAVED("order-%s", "answer_late"),
    SAVED_AND_NOT_CONFIRMED("order-%s-attempt-1-method", "request_late"),
    CONFIRMING_AND_NOT_CHARGED("order-%s-attempt-1", "request_late"),
    CHARGED_AND_NOT_SAVED("order-%s-attempt-1", "answer_late"),
    REFUND_NOT_MADE("order-%s-refund", "request_late"),
    REFUND_MADE_AND_NOT_SAVED("order-%s-refund", "answer_late");

    private final String key;
    private final String kind;

    PaymentStage(String key, String kind) {
        this.key = key;
        this.kind = kind;
    }

    boolean isRefund() {
        return this == REFUND_NOT_MADE || this == REFUND_MADE_AND_NOT_SAVED;
    }

    String stall(String orderId, long millis) {
        // Twice: payments repeats the request after its timeout.
        return "kind=" + kind + "&times=2&delay_ms=" + millis + "&key=" + key.formatted(orderId);
    }

    boolean isReached(String orderId, Document payment, StripeStandInClient stripe) {
        Document charge = payment.get("charge", new Document());
        String status = charge.getString("status");
        boolean saved = charge.containsKey("intentId");
        Document refund = payment.get("refund", Document.class);
        boolean refundOpen = refund != null && !refund.containsKey("stripeId");
        return switch (this) {
            case CLAIMED_AND_NOT_CREATED ->
                "REQUESTED".equals(status) && stripe.intent(orderId).isEmpty();
            case CREATED_AND_NOT_SAVED ->
                "REQUESTED".equals(status) && !saved && stripe.intent(orderId).isPresent();
            case SAVED_AND_NOT_CONFIRMED -> "REQUESTED".equals(status) && saved;
            case CONFIRMING_AND_NOT_CHARGED -> "PROCESSING".equals(status) && stripe.charges(orderId) == 0;
            case CHARGED_AND_NOT_SAVED -> "PROCESSING".equals(status) && stripe.charges(orderId) == 1;
            case REFUND_NOT_MADE -> refundOpen && stripe.refunds(orderId).isEmpty();
            case REFUND_MADE_AND_NOT_SAVED ->
                refundOpen && stripe.refunds(orderId).size() == 1;
        };
    }
}
