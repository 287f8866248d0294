package com.ticketing.acceptance.invariants;

import static com.ticketing.acceptance.invariants.Documents.nested;
import static com.ticketing.acceptance.invariants.Documents.number;
import static com.ticketing.acceptance.invariants.Documents.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Stripe says it has taken and given back.
 *
 * @param taken the amount of each PaymentIntent that succeeded, by its id
 * @param refunds the refunded amounts, by PaymentIntent
 */
record StripeBooks(Map<String, Long> taken, Map<String, List<Long>> refunds) {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    static StripeBooks read(String url, String key) {
        Map<String, Long> taken = new HashMap<>();
        for (JsonNode intent : all(url + "/v1/payment_intents", key)) {
            if (intent.path("status").asString().equals("succeeded")) {
                taken.put(intent.path("id").asString(), intent.path("amount").asLong());
            }
        }
        Map<String, List<Long>> refunds = new HashMap<>();
        for (JsonNode refund : all(url + "/v1/refunds", key)) {
            if (!refund.path("status").asString().equals("failed")) {
                refunds.computeIfAbsent(refund.path("payment_intent").asString(), intent -> new ArrayList<>())
                        .add(refund.path("amount").asLong());
            }
        }
        return new StripeBooks(taken, refunds);
    }

    private static List<JsonNode> all(String address, String key) {
        List<JsonNode> entries = new ArrayList<>();
        String after = "";
        boolean more = true;
        while (more) {
            JsonNode page = get(address + "?limit=100" + after, key);
            page.path("data").forEach(entries::add);
            more = page.path("has_more").asBoolean() && !page.path("data").isEmpty();
            if (more) {
                after = "&starting_after=" + entries.getLast().path("id").asString();
            }
        }
        return entries;
    }

    private static JsonNode get(String address, String key) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                    .timeout(Duration.ofSeconds(10))
                    .header("Authorization", "Bearer " + key)
                    .build();
            return JsonMapper.shared()
                    .readTree(HTTP.send(request, BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new UncheckedIOException("Stripe does not answer at " + address, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What our payments and Stripe do not agree on. */
    List<String> compare(Snapshot data) {
        List<String> differences = new ArrayList<>();
        Map<String, String> ours = new HashMap<>();
        data.payments()
                .forEach((id, payment) -> nested(payment, "charge").ifPresent(charge -> {
                    String intent = text(charge, "intentId");
                    if (!intent.isEmpty()) {
                        ours.put(intent, id);
                        compare(id, charge, intent, differences);
                    }
                }));
        taken.keySet().stream()
                .filter(intent -> !ours.containsKey(intent))
                .forEach(intent -> differences.add("Stripe took " + intent + ", of which payments knows nothing"));
        return differences;
    }

    private void compare(String order, Document charge, String intent, List<String> differences) {
        String status = text(charge, "status");
        boolean paid = status.equals("SUCCEEDED") || status.equals("REFUNDED");
        Long amount = taken.get(intent);
        if (paid != (amount != null)) {
            differences.add("order " + order + ": the charge is " + status + ", Stripe took " + amount);
        } else if (amount != null && amount != number(charge, "amount")) {
            differences.add("order " + order + ": charged " + number(charge, "amount") + ", Stripe took " + amount);
        }
        List<Long> back = refunds.getOrDefault(intent, List.of());
        boolean right = status.equals("REFUNDED") ? back.equals(List.of(number(charge, "amount"))) : back.isEmpty();
        if (!right) {
            differences.add("order " + order + ": the charge is " + status + ", Stripe gave back " + back);
        }
    }
}
