package com.ticketing.stripe;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** {@code /v1/charges}: the successful and failed charges of PaymentIntents. */
final class StripeCharges {

    static final String KIND = "charge";

    private final StripeState state;

    StripeCharges(StripeState state) {
        this.state = state;
    }

    ObjectNode succeed(ObjectNode intent, ObjectNode method) {
        ObjectNode charge = add(intent, method, "succeeded", null);
        charge.putObject("outcome").put("network_status", "approved_by_network").put("type", "authorized");
        return charge;
    }

    ObjectNode fail(ObjectNode intent, ObjectNode method, StripeError error) {
        ObjectNode charge = add(intent, method, "failed", error);
        charge.putObject("outcome").put("network_status", "declined_by_network").put("type", "issuer_declined");
        return charge;
    }

    ObjectNode get(String id) {
        return state.find(id, KIND).orElseThrow(() -> StripeError.notFound(KIND, id, "id"));
    }

    private ObjectNode add(ObjectNode intent, ObjectNode method, String status, @Nullable StripeError error) {
        boolean paid = error == null;
        long amount = intent.path("amount").asLong();
        ObjectNode charge = state.add("ch", KIND);
        charge.put("amount", amount)
                .put("amount_captured", paid ? amount : 0)
                .put("amount_refunded", 0)
                .put("currency", intent.path("currency").asString())
                .put("captured", paid)
                .put("paid", paid)
                .put("refunded", false)
                .put("disputed", false)
                .put("status", status)
                .put("payment_intent", intent.path("id").asString())
                .put("payment_method", method.path("id").asString());
        charge.set("metadata", intent.path("metadata").deepCopy());
        charge.putObject("payment_method_details")
                .put("type", "card")
                .set("card", method.path("card").deepCopy());
        if (error != null) {
            charge.set("failure_code", error.error().path("code"));
            charge.set("failure_message", error.error().path("message"));
        }
        return charge;
    }
}
