package com.ticketing.stripe;

import static java.util.Map.entry;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
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

    /** Stripe's minimum amount per currency, in the smallest unit; 1 for other currencies. */
    private static final Map<String, Long> MINIMUM_AMOUNTS = Map.ofEntries(
            entry("usd", 50L),
            entry("aud", 50L),
            entry("brl", 50L),
            entry("cad", 50L),
            entry("chf", 50L),
            entry("czk", 1500L),
            entry("dkk", 250L),
            entry("eur", 50L),
            entry("gbp", 30L),
            entry("hkd", 400L),
            entry("huf", 17500L),
            entry("inr", 50L),
            entry("jpy", 50L),
            entry("mxn", 1000L),
            entry("nok", 300L),
            entry("nzd", 50L),
            entry("pln", 200L),
            entry("sek", 300L),
            entry("sgd", 50L),
            entry("thb", 1000L));

    private static final long MAXIMUM_AMOUNT = 99_999_999;

    private final Set<String> allowed = new HashSet<>(ON_CREATE);

    StripeIntentParams(Set<String> onConfirm) {
        allowed.addAll(onConfirm);
    }

    void check(FormParams params) {
        params.allow(allowed);
        params.required("amount");
        long amount = params.whole("amount").orElse(0L);
        String currency = params.required("currency");
        if (!currency.matches("[a-zA-Z]{3}")) {
            throw StripeError.invalid(null, "currency", "Invalid currency: " + currency + ".");
        }
        if (amount < 1) {
            throw StripeError.invalid(
                    "parameter_invalid_integer", "amount", "This value must be greater than or equal to 1.");
        }
        if (amount > MAXIMUM_AMOUNT) {
            throw StripeError.invalid("amount_too_large", "amount", "Amount must be no more than $999,999.99");
        }
        long minimum = MINIMUM_AMOUNTS.getOrDefault(currency.toLowerCase(Locale.ROOT), 1L);
        if (amount < minimum) {
            throw StripeError.invalid(
                    "amount_too_small", "amount", "Amount must be at least " + minimum + " " + currency);
        }
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
