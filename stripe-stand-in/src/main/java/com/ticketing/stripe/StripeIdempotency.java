package com.ticketing.stripe;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Idempotency keys: requests with the same key and parameters are executed once. */
final class StripeIdempotency {

    private final StripeState state;
    private final Set<String> running = new HashSet<>();

    StripeIdempotency(StripeState state) {
        this.state = state;
    }

    /**
     * Returns the saved response of an earlier request. If there is none, marks the key as in use until {@link #end}.
     */
    Optional<StripeAnswer> begin(String key, StripeCall call) {
        if (running.contains(key)) {
            throw StripeError.keyInUse(key);
        }
        Optional<JsonNode> first = state.answer(key);
        if (first.isEmpty()) {
            running.add(key);
            return Optional.empty();
        }
        check(key, call, first.get());
        return first.map(saved -> new StripeAnswer(saved.path("status").asInt(), saved.path("body"), true));
    }

    void save(String key, StripeCall call, StripeAnswer answer) {
        ObjectNode saved = JsonNodeFactory.instance.objectNode();
        saved.put("path", call.path()).put("params", call.params().toString());
        saved.put("status", answer.status()).set("body", answer.body());
        state.putAnswer(key, saved);
    }

    void end(String key) {
        running.remove(key);
    }

    private static void check(String key, StripeCall call, JsonNode first) {
        String path = first.path("path").asString();
        if (!path.equals(call.path())) {
            throw StripeError.idempotency("Keys for idempotent requests can only be used for the same endpoint they "
                    + "were first used for ('" + path + "'). Try using a key other than '" + key
                    + "' if you meant to execute a different request.");
        }
        if (!first.path("params").asString().equals(call.params().toString())) {
            throw StripeError.idempotency("Keys for idempotent requests can only be used with the same parameters they "
                    + "were first used with. Try using a key other than '" + key
                    + "' if you meant to execute a different request.");
        }
    }
}
