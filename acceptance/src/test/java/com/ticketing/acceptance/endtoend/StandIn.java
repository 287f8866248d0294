package com.ticketing.acceptance.endtoend;

import com.ticketing.testsupport.Api;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The suite's stand-in for Stripe: what it has on its books, and what is to go wrong with it. */
final class StandIn {

    static final String KEY = "sk_test_local_stand_in";

    private final Api api;

    StandIn(RunningSuite suite) {
        api = new Api(suite.running().path("stripe").asString()).with("Authorization", "Bearer " + KEY);
    }

    /** @param fault as the stand-in's README writes it */
    void goWrong(String fault) {
        post("/_control/faults", fault);
    }

    void holdWebhooks() {
        post("/_control/webhooks/hold", "");
    }

    void releaseWebhooksTwiceAndBackwards() {
        post("/_control/webhooks/release", "copies=2&backwards=true");
    }

    void failRefund(String id) {
        post("/_control/refunds/" + id + "/fail", "");
    }

    private void post(String path, String form) {
        api.sendText("POST", path, "application/x-www-form-urlencoded", form).expect(200);
    }

    /** The one PaymentIntent of the order. */
    Optional<JsonNode> intent(String orderId) {
        return all("/v1/payment_intents?").stream()
                .filter(intent -> intent.at("/metadata/orderId").asString("").equals(orderId))
                .reduce((one, other) -> {
                    throw new AssertionError("Two intents for order " + orderId);
                });
    }

    /** How many times the order's card was charged. */
    long charges(String orderId) {
        return ofIntent("/v1/charges", orderId).stream()
                .filter(charge -> charge.path("status").asString().equals("succeeded"))
                .count();
    }

    List<JsonNode> refunds(String orderId) {
        return ofIntent("/v1/refunds", orderId);
    }

    private List<JsonNode> ofIntent(String path, String orderId) {
        return intent(orderId)
                .map(intent -> all(path + "?payment_intent=" + intent.path("id").asString() + "&"))
                .orElse(List.of());
    }

    private List<JsonNode> all(String path) {
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
