package com.ticketing.acceptance.invariants;

import static com.ticketing.acceptance.invariants.Documents.nested;
import static com.ticketing.acceptance.invariants.Documents.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** Checks charges and refunds against orders and Stripe. */
final class MoneyInvariants {

    private final Snapshot data;
    private final Optional<StripeLedger> stripe;

    MoneyInvariants(Snapshot data, Optional<StripeLedger> stripe) {
        this.data = data;
        this.stripe = stripe;
    }

    Finding moneyFollowsTheTicket() {
        List<String> violations = new ArrayList<>();
        data.payments().forEach((id, payment) -> {
            Document order = data.orders().get(id);
            String orderStatus = order == null ? "UNKNOWN" : text(order, "status");
            String chargeStatus = nested(payment, "charge")
                    .map(charge -> text(charge, "status"))
                    .orElse("");
            boolean sold = orderStatus.equals("COMPLETE");
            boolean charged = chargeStatus.equals("SUCCEEDED");
            if (sold != charged) {
                violations.add("order " + id + " is " + orderStatus + ", its charge is '" + chargeStatus + "'");
            }
        });
        data.orders().forEach((id, order) -> {
            if (text(order, "status").equals("COMPLETE") && !data.payments().containsKey(id)) {
                violations.add("order " + id + " is complete without a payment");
            }
        });
        stripe.ifPresent(ledger -> violations.addAll(ledger.compare(data.payments())));
        return new Finding(
                "6 a charge belongs to a complete order or is refunded once"
                        + (stripe.isPresent() ? "" : " (not compared with Stripe)"),
                data.payments().size(),
                violations);
    }
}
