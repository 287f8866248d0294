package com.ticketing.stripe;

import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** {@code /v1/disputes}: chargebacks, which the bank opens and decides. */
final class StripeDisputes {

    static final String KIND = "dispute";

    private static final Set<String> OPEN = Set.of("needs_response", "under_review");

    private final StripeState state;
    private final StripePaymentIntents intents;
    private final StripeCharges charges;

    StripeDisputes(StripeState state, StripePaymentIntents intents, StripeCharges charges) {
        this.state = state;
        this.intents = intents;
        this.charges = charges;
    }

    /** Opens a dispute about the whole charge: the bank takes the money back until the dispute is decided. */
    ObjectNode open(String intentId) {
        ObjectNode intent = intents.get(intentId);
        if (!intent.path("status").asString().equals("succeeded")) {
            throw StripeError.conflict(StripePaymentIntents.UNEXPECTED_STATE, "Only a charge can be disputed.");
        }
        ObjectNode charge = charges.get(intent.path("latest_charge").asString());
        charge.put("disputed", true);
        ObjectNode dispute = state.add("du", KIND);
        dispute.put("amount", charge.path("amount").asLong())
                .put("currency", charge.path("currency").asString())
                .put("charge", charge.path("id").asString())
                .put("payment_intent", intentId)
                .put("is_charge_refundable", false)
                .put("reason", "fraudulent")
                .put("status", "needs_response");
        dispute.putObject("metadata");
        state.emit("charge.dispute.created", dispute);
        state.emit("charge.dispute.funds_withdrawn", dispute);
        return dispute;
    }

    ObjectNode close(String id, boolean won) {
        ObjectNode dispute = get(id);
        if (!OPEN.contains(status(dispute))) {
            throw StripeError.conflict("dispute_closed", "Only an open dispute can be decided.");
        }
        dispute.put("status", won ? "won" : "lost").put("is_charge_refundable", won);
        if (won) {
            state.emit("charge.dispute.funds_reinstated", dispute);
        }
        state.emit("charge.dispute.closed", dispute);
        return dispute;
    }

    ObjectNode get(String id) {
        return state.find(id, KIND).orElseThrow(() -> StripeError.notFound(KIND, id, "dispute"));
    }

    /** Rejects a refund of a charge that the bank has taken back. */
    void requireNoneAgainst(ObjectNode charge) {
        String id = charge.path("id").asString();
        boolean disputed = state.all(KIND).stream()
                .filter(dispute -> dispute.path("charge").asString().equals(id))
                .anyMatch(dispute -> !status(dispute).equals("won"));
        if (disputed) {
            throw StripeError.conflict(
                    "charge_disputed", "Charge " + id + " has been charged back; cannot issue a refund.");
        }
    }

    private static String status(ObjectNode dispute) {
        return dispute.path("status").asString();
    }
}
