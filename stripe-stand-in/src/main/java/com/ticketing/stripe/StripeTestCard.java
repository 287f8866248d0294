package com.ticketing.stripe;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stripe's test cards, found by the names in {@code tok_…} and {@code pm_card_…} or by number. */
enum StripeTestCard {
    VISA("visa", "4242424242424242"),
    VISA_DEBIT("visa_debit", "4000056655665556"),
    MASTERCARD("mastercard", "5555555555554444"),
    AMEX("amex", "378282246310005"),
    DISCOVER("discover", "6011111111111117"),
    DECLINED("chargeDeclined", "4000000000000002", Decline.GENERIC),
    INSUFFICIENT_FUNDS("chargeDeclinedInsufficientFunds", "4000000000009995", Decline.INSUFFICIENT_FUNDS),
    LOST("chargeDeclinedLostCard", "4000000000009987", Decline.LOST),
    STOLEN("chargeDeclinedStolenCard", "4000000000009979", Decline.STOLEN),
    EXPIRED("chargeDeclinedExpiredCard", "4000000000000069", Decline.EXPIRED),
    FRAUDULENT("chargeDeclinedFraudulent", "4100000000000019", Decline.FRAUDULENT),
    TOO_OFTEN("chargeDeclinedVelocityLimitExceeded", "4000000000006975", Decline.TOO_OFTEN),
    INCORRECT_CVC("chargeDeclinedIncorrectCvc", "4000000000000127", Decline.INCORRECT_CVC),
    PROCESSING_ERROR("chargeDeclinedProcessingError", "4000000000000119", Decline.PROCESSING_ERROR),
    AUTHENTICATION_REQUIRED("authenticationRequired", "4000002760003184", true, null),
    THREE_D_SECURE_REQUIRED("threeDSecureRequired", "4000000000003063", true, null),
    THREE_D_SECURE_2_REQUIRED("threeDSecure2Required", "4000000000003220", true, null),
    AUTHENTICATED_WITHOUT_FUNDS(
            "authenticationRequiredChargeDeclinedInsufficientFunds",
            "4000008260003178",
            true,
            Decline.INSUFFICIENT_FUNDS);

    private final String id;
    private final String number;
    private final boolean authentication;
    private final @Nullable Decline decline;

    StripeTestCard(String id, String number) {
        this(id, number, false, null);
    }

    StripeTestCard(String id, String number, Decline decline) {
        this(id, number, false, decline);
    }

    StripeTestCard(String id, String number, boolean authentication, @Nullable Decline decline) {
        this.id = id;
        this.number = number;
        this.authentication = authentication;
        this.decline = decline;
    }

    /** Finds a card by name. Names of declined cards may contain a brand: {@code tok_visa_chargeDeclined}. */
    static Optional<StripeTestCard> named(String prefix, String name) {
        String id = name.startsWith(prefix) ? name.substring(prefix.length()) : "";
        String brandless = id.startsWith("visa_charge") ? id.substring("visa_".length()) : id;
        return Arrays.stream(values()).filter(card -> card.id.equals(brandless)).findFirst();
    }

    static Optional<StripeTestCard> numbered(String number) {
        String digits = number.replace(" ", "");
        return Arrays.stream(values())
                .filter(card -> card.number.equals(digits))
                .findFirst();
    }

    /** Returns the card with these last four digits, which are unique among the test cards. */
    static StripeTestCard endingWith(String lastFour) {
        return Arrays.stream(values())
                .filter(card -> card.lastFour().equals(lastFour))
                .findFirst()
                .orElseThrow();
    }

    String id() {
        return id;
    }

    String brand() {
        return switch (this) {
            case MASTERCARD, AMEX, DISCOVER -> name().toLowerCase(Locale.ROOT);
            default -> "visa";
        };
    }

    String lastFour() {
        return number.substring(number.length() - 4);
    }

    boolean needsAuthentication() {
        return authentication;
    }

    Optional<Decline> decline() {
        return Optional.ofNullable(decline);
    }

    enum Decline {
        GENERIC("card_declined", "generic_decline", null, "Your card was declined."),
        INSUFFICIENT_FUNDS("card_declined", "insufficient_funds", null, "Your card has insufficient funds."),
        LOST("card_declined", "lost_card", null, "Your card was declined."),
        STOLEN("card_declined", "stolen_card", null, "Your card was declined."),
        FRAUDULENT("card_declined", "fraudulent", null, "Your card was declined."),
        TOO_OFTEN(
                "card_declined",
                "card_velocity_exceeded",
                null,
                "Your card was declined for making repeated attempts too frequently or exceeding its amount limit."),
        EXPIRED("expired_card", null, "exp_month", "Your card has expired."),
        INCORRECT_CVC("incorrect_cvc", null, "cvc", "Your card's security code is incorrect."),
        PROCESSING_ERROR(
                "processing_error",
                null,
                null,
                "An error occurred while processing your card. Try again in a little bit.");

        private final String code;
        private final @Nullable String declineCode;
        private final @Nullable String param;
        private final String message;

        Decline(String code, @Nullable String declineCode, @Nullable String param, String message) {
            this.code = code;
            this.declineCode = declineCode;
            this.param = param;
            this.message = message;
        }

        StripeError error() {
            return StripeError.card(code, declineCode, param, message);
        }
    }
}
