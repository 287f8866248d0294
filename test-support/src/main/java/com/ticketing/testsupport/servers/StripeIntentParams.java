package com.ticketing.testsupport.servers;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What may be said of a new intent. */
final class StripeIntentParams {

    private static final Set<String> ON_CREATE = Set.of(
            "amount",
            "currency",
            "confirm",
            "metadata",
            "description",
            "automatic_payment_methods",
            "statement_descriptor",
            "statement_descriptor_suffix");
    /** Stripe's own limits, in US dollars. */
    private static final long LEAST_CENTS = 50;

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
        if (amount < LEAST_CENTS && currency.equalsIgnoreCase("usd")) {
            throw StripeError.invalid("amount_too_small", "amount", "Amount must be at least $0.50 usd");
        }
    }

    /** Unless told otherwise Stripe takes every kind of payment, also those on a page of another site. */
    boolean redirects(FormParams params) {
        return params.list("payment_method_types").isEmpty()
                && !params.get("automatic_payment_methods[allow_redirects]").equals(Optional.of("never"));
    }
}
