package com.ticketing.acceptance.invariants;

import static com.ticketing.acceptance.invariants.Documents.nested;
import static com.ticketing.acceptance.invariants.Documents.number;
import static com.ticketing.acceptance.invariants.Documents.text;

import com.ticketing.host.api.ApiClient;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import tools.jackson.databind.JsonNode;

/**
 * The charges and refunds that Stripe has recorded.
 *
 * @param charges the amount of each PaymentIntent that succeeded, by its id
 * @param refunds the refunded amounts, by PaymentIntent
 */
record StripeLedger(Map<String, Long> charges, Map<String, List<Long>> refunds) {

    static StripeLedger read(String url, String key) {
        ApiClient stripe = ApiClient.anonymous(url).with("Authorization", "Bearer " + key);
        Map<String, Long> charges = new HashMap<>();
        for (JsonNode intent : list(stripe, "/v1/payment_intents")) {
            if (intent.path("status").asString().equals("succeeded")) {
                charges.put(intent.path("id").asString(), intent.path("amount").asLong());
            }
        }
        Map<String, List<Long>> refunds = new HashMap<>();
        for (JsonNode refund : list(stripe, "/v1/refunds")) {
            if (!refund.path("status").asString().equals("failed")) {
                refunds.computeIfAbsent(refund.path("payment_intent").asString(), intent -> new ArrayList<>())
                        .add(refund.path("amount").asLong());
            }
        }
        return new StripeLedger(charges, refunds);
    }

    private static List<JsonNode> list(ApiClient stripe, String path) {
        List<JsonNode> entries = new ArrayList<>();
        String after = "";
        boolean more = true;
        while (more) {
            JsonNode page = stripe.get(path + "?limit=100" + after).expect(200).json();
            page.path("data").forEach(entries::add);
            more = page.path("has_more").asBoolean() && !page.path("data").isEmpty();
            if (more) {
                after = "&starting_after=" + entries.getLast().path("id").asString();
            }
        }
        return entries;
    }

    /** Returns the differences between our payments and Stripe's records. */
    List<String> compare(Map<String, Document> payments) {
        List<String> differences = new ArrayList<>();
        Map<String, String> ours = new HashMap<>();
        payments.forEach((id, payment) -> nested(payment, "charge").ifPresent(charge -> {
            String intent = text(charge, "intentId");
            if (!intent.isEmpty()) {
                ours.put(intent, id);
                compare(id, charge, intent, differences);
            }
        }));
        charges.keySet().stream()
                .filter(intent -> !ours.containsKey(intent))
                .forEach(intent -> differences.add("Stripe has charged " + intent + ", which payments does not know"));
        return differences;
    }

    private void compare(String order, Document charge, String intent, List<String> differences) {
        String status = text(charge, "status");
        boolean paid = status.equals("SUCCEEDED") || status.equals("REFUNDED");
        Long amount = charges.get(intent);
        if (paid != (amount != null)) {
            differences.add("order " + order + ": the charge is " + status + ", Stripe has charged " + amount);
        } else if (amount != null && amount != number(charge, "amount")) {
            differences.add("order " + order + ": the charge is " + number(charge, "amount") + ", Stripe has charged "
                    + amount);
        }
        List<Long> refunded = refunds.getOrDefault(intent, List.of());
        List<Long> expected = status.equals("REFUNDED") ? List.of(number(charge, "amount")) : List.of();
        if (!refunded.equals(expected)) {
            differences.add("order " + order + ": the charge is " + status + ", Stripe has refunded " + refunded);
        }
    }
}
