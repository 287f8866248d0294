package com.ticketing.payments.stripe;

import com.stripe.model.Charge;
import com.stripe.model.PaymentIntent;
import com.stripe.model.StripeError;
import org.jspecify.annotations.Nullable;

/**
 * A PaymentIntent as Stripe told of it.
 *
 * @param clientSecret what the browser needs to let the person act
 * @param failure why the last attempt failed, in Stripe's words to the person
 * @param card what paid, once paid
 * @param refunded whether all of the money went back
 */
public record Intent(
        String id,
        Status status,
        @Nullable String clientSecret,
        @Nullable String failure,
        @Nullable Card card,
        boolean refunded) {

    public enum Status {
        /** Waits for a payment method: nothing was confirmed, or what was confirmed failed. */
        OPEN,
        /** The bank wants to hear from the person. */
        REQUIRES_ACTION,
        /** Stripe does not know yet. */
        PROCESSING,
        /** The money was taken. Final. */
        SUCCEEDED,
        /** Can never succeed. Final. */
        CANCELED
    }

    /** What a receipt shows of a card. */
    public record Card(String brand, String last4) {}

    static Intent of(PaymentIntent intent) {
        Charge charge = intent.getLatestChargeObject();
        StripeError error = intent.getLastPaymentError();
        return new Intent(
                intent.getId(),
                status(intent.getStatus()),
                intent.getClientSecret(),
                error == null ? null : error.getMessage(),
                card(charge),
                charge != null && Boolean.TRUE.equals(charge.getRefunded()));
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
