package com.ticketing.stripe;

import static java.util.Map.entry;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** What may be said of a new intent. */
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

    /** The least that Stripe charges, in the currency's smallest unit; of the currencies that are not here, one. */
    private static final Map<String, Long> LEAST = Map.ofEntries(
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

    private static final long MOST_CENTS = 99_999_999;

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
        if (amount > MOST_CENTS) {
            throw StripeError.invalid("amount_too_large", "amount", "Amount must be no more than $999,999.99");
        }
        long least = LEAST.getOrDefault(currency.toLowerCase(Locale.ROOT), 1L);
        if (amount < least) {
            throw StripeError.invalid(
                    "amount_too_small", "amount", "Amount must be at least " + least + " " + currency);
        }
    }

    /** Unless told otherwise Stripe takes every kind of payment, also those on a page of another site. */
    static boolean redirects(FormParams params) {
        return params.list("payment_method_types").isEmpty()
                && !params.get(ALLOW_REDIRECTS).equals(Optional.of("never"));
    }

    /** Keeps that on the intent. */
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
