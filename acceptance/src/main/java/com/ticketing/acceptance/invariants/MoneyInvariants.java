package com.ticketing.acceptance.invariants;

import static com.ticketing.acceptance.invariants.Documents.nested;
import static com.ticketing.acceptance.invariants.Documents.number;
import static com.ticketing.acceptance.invariants.Documents.text;

import com.ticketing.common.money.ChargeCurrency;
import java.math.BigDecimal;
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
            if (order != null) {
                checkAmount(id, order, payment, violations);
            }
        });
        data.orders().forEach((id, order) -> {
            if (text(order, "status").equals("COMPLETE") && !data.payments().containsKey(id)) {
                violations.add("order " + id + " is complete without a payment");
            }
        });
        stripe.ifPresent(ledger -> violations.addAll(ledger.compare(data.payments())));
        return new Finding(
                "6 a charge has its order's price, and a complete order or one refund"
                        + (stripe.isPresent() ? "" : " (not compared with Stripe)"),
                data.payments().size(),
                violations);
    }

    /** The currency is that of the charge, because the setting may have changed since. */
    private static void checkAmount(String id, Document order, Document payment, List<String> violations) {
        BigDecimal price = nested(order, "ticket").map(Documents::price).orElse(BigDecimal.ZERO);
        nested(payment, "charge").ifPresent(charge -> {
            ChargeCurrency currency = ChargeCurrency.of(text(charge, "currency"));
            BigDecimal charged = currency.amount(number(charge, "amount"));
            if (charged.compareTo(price) != 0) {
                violations.add("order " + id + " costs " + price.toPlainString() + ", its charge is "
                        + charged.toPlainString() + " " + currency.code());
            }
        });
    }
}
