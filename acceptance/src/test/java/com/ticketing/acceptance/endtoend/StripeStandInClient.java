package com.ticketing.acceptance.endtoend;

import com.ticketing.host.payment.PaymentProvider;
import com.ticketing.testsupport.Api;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Reads what the suite's Stripe stand-in has recorded, and injects faults. */
final class StripeStandInClient {

    static final String KEY = PaymentProvider.STAND_IN_KEY;

    private final Api api;

    /** The lists that have been read, if each is read only once. */
    private final Optional<Map<String, List<JsonNode>>> read;

    StripeStandInClient(UpProcess up) {
        this(
                new Api(Objects.requireNonNull(up.suite().stripe())).with("Authorization", "Bearer " + KEY),
                Optional.empty());
    }

    private StripeStandInClient(Api api, Optional<Map<String, List<JsonNode>>> read) {
        this.api = api;
        this.read = read;
    }

    /** Returns a client that reads each list once, for questions about several orders at the same time. */
    StripeStandInClient readingOnce() {
        return new StripeStandInClient(api, Optional.of(new HashMap<>()));
    }

    /** @param fault in the syntax of the stand-in's README */
    void inject(String fault) {
        post("/_control/faults", fault);
    }

    void holdWebhooks() {
        post("/_control/webhooks/hold", "");
    }

    void releaseWebhooksTwiceInReverse() {
        post("/_control/webhooks/release", "copies=2&backwards=true");
    }

    void failRefund(String id) {
        post("/_control/refunds/" + id + "/fail", "");
    }

    private void post(String path, String form) {
        api.sendText("POST", path, "application/x-www-form-urlencoded", form).expect(200);
    }

    /** Returns the one PaymentIntent of the order. */
    Optional<JsonNode> intent(String orderId) {
        return intents(orderId).reduce((one, other) -> {
            throw new AssertionError("Two intents for order " + orderId);
        });
    }

    /**
     * An order has more than one if the creation of the first one was executed and its response is an error for good.
     */
    private Stream<JsonNode> intents(String orderId) {
        return all("/v1/payment_intents?").stream()
                .filter(intent -> intent.at("/metadata/orderId").asString("").equals(orderId));
    }

    /** Returns how many times the order's card was charged. */
    long charges(String orderId) {
        return ofIntent("/v1/charges", orderId).stream()
                .filter(charge -> charge.path("status").asString().equals("succeeded"))
                .count();
    }

    List<JsonNode> refunds(String orderId) {
        return ofIntent("/v1/refunds", orderId);
    }

    private List<JsonNode> ofIntent(String path, String orderId) {
        return intents(orderId)
                .flatMap(intent ->
                        all(path + "?payment_intent=" + intent.path("id").asString() + "&").stream())
                .toList();
    }

    private List<JsonNode> all(String path) {
        return read.map(lists -> lists.computeIfAbsent(path, this::readAll)).orElseGet(() -> readAll(path));
    }

    private List<JsonNode> readAll(String path) {
        List<JsonNode> all = new ArrayList<>();
        String after = "";
        while (true) {
            JsonNode page = api.get(path + "limit=100" + after).expect(200).json();
            page.path("data").forEach(all::add);
            if (!page.path("has_more").asBoolean()) {
                return all;
            }
            after = "&starting_after=" + all.getLast().path("id").asString();
        }
    }
}
