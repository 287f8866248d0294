package com.ticketing.payments.stripe;

import com.stripe.model.Charge;
import com.stripe.model.PaymentIntent;
import com.stripe.model.StripeError;
import org.jspecify.annotations.Nullable;

/**
 * The state of a PaymentIntent at Stripe.
 *
 * @param clientSecret lets the browser ask the buyer for an authentication
 * @param lastDecline why the last attempt took no money
 * @param card the card that paid
 * @param refunded whether the whole amount was refunded
 * @param reversals what was taken back otherwise; null in responses that do not contain disputes
 */
public record Intent(
        String id,
        Status status,
        @Nullable String clientSecret,
        @Nullable Decline lastDecline,
        @Nullable Card card,
        boolean refunded,
        @Nullable Reversals reversals) {

    public enum Status {
        /** Needs a payment method: nothing was confirmed, or the confirmed one was declined. */
        OPEN,
        /** The bank requires an authentication by the buyer. */
        REQUIRES_ACTION,
        /** The outcome is not known at Stripe yet. */
        PROCESSING,
        /** The money was taken. Final. */
        SUCCEEDED,
        /** Can never succeed. Final. */
        CANCELED
    }

    /** The part of a card that a receipt shows. */
    public record Card(String brand, String last4) {}

    static Intent of(PaymentIntent intent) {
        Charge charge = intent.getLatestChargeObject();
        StripeError error = intent.getLastPaymentError();
        return new Intent(
                intent.getId(),
                status(intent.getStatus()),
                intent.getClientSecret(),
                error == null ? null : Decline.of(error),
                card(charge),
                charge != null && Boolean.TRUE.equals(charge.getRefunded()),
                null);
    }

    Intent with(Reversals known) {
        return new Intent(id, status, clientSecret, lastDecline, card, refunded, known);
    }

    /** Omits the client secret and the card. */
    @Override
    public String toString() {
        return "Intent[id=" + id + ", status=" + status + "]";
    }

    private static Status status(String status) {
        return switch (status) {
            case "requires_payment_method", "requires_confirmation" -> Status.OPEN;
            case "requires_action" -> Status.REQUIRES_ACTION;
            case "succeeded" -> Status.SUCCEEDED;
            case "canceled" -> Status.CANCELED;
            default -> Status.PROCESSING;
        };
    }

    private static @Nullable Card card(@Nullable Charge charge) {
        if (charge == null || charge.getPaymentMethodDetails() == null) {
            return null;
        }
        var card = charge.getPaymentMethodDetails().getCard();
        return card == null ? null : new Card(card.getBrand(), card.getLast4());
    }
}
