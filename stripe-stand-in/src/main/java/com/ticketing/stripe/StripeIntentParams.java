package com.ticketing.stripe;

import com.ticketing.common.money.ChargeCurrency;
import com.ticketing.common.settings.InvalidSettingException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Validates the parameters of a new PaymentIntent. */
final class StripeIntentParams {

    private static final String AUTOMATIC = "automatic_payment_methods";
    private static final String ALLOW_REDIRECTS = AUTOMATIC + "[allow_redirects]";
    private static final Set<String> ON_CREATE = Set.of(
            "amount",
            "currency",
            "confirm",
            "metadata",
            "description",
            AUTOMATIC,
            "statement_descriptor",
            "statement_descriptor_suffix");

    private final Set<String> allowed = new HashSet<>(ON_CREATE);

    StripeIntentParams(Set<String> onConfirm) {
        allowed.addAll(onConfirm);
    }

    void check(FormParams params) {
        params.allow(allowed);
        params.required("amount");
        long amount = params.whole("amount").orElse(0L);
        String currency = params.required("currency");
        if (amount < 1) {
            throw StripeError.invalid(
                    "parameter_invalid_integer", "amount", "This value must be greater than or equal to 1.");
        }
        checkLimits(amount, currency(currency));
    }

    private static ChargeCurrency currency(String code) {
        try {
            return ChargeCurrency.of(code);
        } catch (InvalidSettingException e) {
            throw StripeError.invalid(null, "currency", "Invalid currency: " + code + ".");
        }
    }

    private static void checkLimits(long amount, ChargeCurrency currency) {
        currency.problem(currency.amount(amount)).ifPresent(problem -> {
            throw switch (problem) {
                case TOO_LOW ->
                    StripeError.invalid(
                            "amount_too_small",
                            "amount",
                            "Amount must be at least " + currency.minimum() + " " + currency.code());
                case TOO_HIGH ->
                    StripeError.invalid(
                            "amount_too_large",
                            "amount",
                            "Amount must be no more than " + currency.maximum() + " " + currency.code());
                case TOO_MANY_DECIMALS ->
                    StripeError.invalid(
                            null,
                            "amount",
                            "Amount must be exact in " + currency.digits() + " decimals of " + currency.code());
            };
        });
    }

    /** Returns whether redirect-based payment methods are accepted, which is Stripe's default. */
    static boolean redirects(FormParams params) {
        return params.list("payment_method_types").isEmpty()
                && !params.get(ALLOW_REDIRECTS).equals(Optional.of("never"));
    }

    /** Stores the choice of payment methods in the intent. */
    static void automaticMethods(ObjectNode intent, FormParams params) {
        if (params.list("payment_method_types").isEmpty()) {
            intent.putObject(AUTOMATIC)
                    .put("enabled", true)
                    .put("allow_redirects", redirects(params) ? "always" : "never");
        } else {
            intent.putNull(AUTOMATIC);
        }
    }

    static boolean redirects(ObjectNode intent) {
        return intent.path(AUTOMATIC).path("allow_redirects").asString("").equals("always");
    }
}
