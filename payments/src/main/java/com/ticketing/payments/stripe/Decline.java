package com.ticketing.payments.stripe;

import com.stripe.model.StripeError;
import com.ticketing.payments.PaymentError;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The reason why an attempt took no money.
 *
 * @param message the explanation for the buyer, in Stripe's words where Stripe gives one
 */
public record Decline(PaymentError code, String message) {

    /** Stripe's decline codes and error codes; every other one is {@link PaymentError#CARD_DECLINED}. */
    private static final Map<String, PaymentError> CODES = Map.ofEntries(
            Map.entry("insufficient_funds", PaymentError.CARD_INSUFFICIENT_FUNDS),
            Map.entry("expired_card", PaymentError.CARD_EXPIRED),
            Map.entry("invalid_expiry_month", PaymentError.CARD_UNUSABLE),
            Map.entry("invalid_expiry_year", PaymentError.CARD_UNUSABLE),
            Map.entry("incorrect_cvc", PaymentError.CARD_INCORRECT_CVC),
            Map.entry("invalid_cvc", PaymentError.CARD_INCORRECT_CVC),
            Map.entry("processing_error", PaymentError.CARD_PROCESSING_ERROR),
            Map.entry("issuer_not_available", PaymentError.CARD_PROCESSING_ERROR),
            Map.entry("try_again_later", PaymentError.CARD_PROCESSING_ERROR),
            Map.entry("authentication_required", PaymentError.CARD_AUTHENTICATION_REQUIRED),
            Map.entry("payment_intent_authentication_failure", PaymentError.CARD_AUTHENTICATION_REQUIRED),
            Map.entry("card_not_supported", PaymentError.CARD_UNUSABLE),
            Map.entry("currency_not_supported", PaymentError.CARD_UNUSABLE),
            Map.entry("incorrect_number", PaymentError.CARD_UNUSABLE),
            Map.entry("invalid_number", PaymentError.CARD_UNUSABLE));

    /** Returns the decline with the code's default message. */
    public static Decline of(PaymentError code) {
        return new Decline(code, code.message());
    }

    /** The decline code is the more exact of Stripe's two codes: {@code card_declined} comes with many of them. */
    static Decline of(@Nullable StripeError error) {
        if (error == null) {
            return of(PaymentError.CARD_DECLINED);
        }
        PaymentError code = Stream.of(error.getDeclineCode(), error.getCode())
                .filter(Objects::nonNull)
                .map(CODES::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(PaymentError.CARD_DECLINED);
        return new Decline(
                code,
                Optional.ofNullable(error.getMessage())
                        .filter(message -> !message.isBlank())
                        .orElse(code.message()));
    }
}
