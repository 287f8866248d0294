package com.ticketing.acceptance.endtoend;

import org.bson.Document;

/**
 * Where in a payment something happens to it.
 *
 * <p>{@link #hold} has the stand-in keep a payment in that moment; {@link #isReached} tells, by the databases of both
 * sides, that it is there.
 */
enum Moment {
    CLAIMED_AND_NOT_CREATED("order-%s", "request_late"),
    CREATED_AND_NOT_SAVED("order-%s", "answer_late"),
    SAVED_AND_NOT_CONFIRMED("order-%s-attempt-1-method", "request_late"),
    CONFIRMING_AND_NOT_CHARGED("order-%s-attempt-1", "request_late"),
    CHARGED_AND_NOT_SAVED("order-%s-attempt-1", "answer_late"),
    REFUND_NOT_MADE("order-%s-refund", "request_late"),
    REFUND_MADE_AND_NOT_SAVED("order-%s-refund", "answer_late");

    private final String key;
    private final String kind;

    Moment(String key, String kind) {
        this.key = key;
        this.kind = kind;
    }

    boolean isRefund() {
        return this == REFUND_NOT_MADE || this == REFUND_MADE_AND_NOT_SAVED;
    }

    String hold(String orderId, long millis) {
        // twice: payments gives up the first time and asks again
        return "kind=" + kind + "&times=2&delay_ms=" + millis + "&key=" + key.formatted(orderId);
    }

    boolean isReached(String orderId, Document payment, StandIn stripe) {
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
