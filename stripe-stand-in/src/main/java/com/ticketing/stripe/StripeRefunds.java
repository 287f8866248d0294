package com.ticketing.stripe;

import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** {@code /v1/refunds}: full and partial refunds, up to the charged amount. */
final class StripeRefunds {

    static final String KIND = "refund";

    private static final Set<String> REASONS = Set.of("duplicate", "fraudulent", "requested_by_customer");

    private final StripeState state;
    private final StripeCharges charges;
    private final StripeDisputes disputes;

    StripeRefunds(StripeState state, StripeCharges charges, StripeDisputes disputes) {
        this.state = state;
        this.charges = charges;
        this.disputes = disputes;
    }

    ObjectNode create(FormParams params) {
        params.allow(Set.of("payment_intent", "charge", "amount", "reason", "metadata"));
        Optional<String> reason = params.get("reason");
        if (reason.isPresent() && !REASONS.contains(reason.get())) {
            throw StripeError.invalid(null, "reason", "Invalid reason: must be one of " + REASONS);
        }
        ObjectNode charge = charge(params);
        disputes.requireNoneAgainst(charge);
        long left =
                charge.path("amount").asLong() - charge.path("amount_refunded").asLong();
        if (left == 0) {
            throw StripeError.conflict(
                    "charge_already_refunded",
                    "Charge " + charge.path("id").asString() + " has already been refunded.");
        }
        long amount = params.whole("amount").orElse(left);
        if (amount < 1 || amount > left) {
            throw StripeError.invalid(
                    null,
                    "amount",
                    "Refund amount (" + amount + ") is greater than unrefunded amount on charge (" + left + ")");
        }
        charge.put("amount_refunded", charge.path("amount_refunded").asLong() + amount);
        charge.put("refunded", amount == left);
        ObjectNode refund = add(charge, amount, params);
        reason.ifPresent(it -> refund.put("reason", it));
        state.emit("charge.refunded", charge);
        return refund;
    }

    /** Fails a succeeded refund, as a bank may do days later: the amount returns to the account balance. */
    ObjectNode fail(String id) {
        ObjectNode refund = get(id);
        if (!refund.path("status").asString().equals("succeeded")) {
            throw StripeError.conflict("refund_not_succeeded", "Only a succeeded refund can fail.");
        }
        refund.put("status", "failed").put("failure_reason", "lost_or_stolen_card");
        ObjectNode charge = charges.get(refund.path("charge").asString());
        charge.put(
                        "amount_refunded",
                        charge.path("amount_refunded").asLong()
                                - refund.path("amount").asLong())
                .put("refunded", false);
        state.emit("refund.failed", refund);
        return refund;
    }

    ObjectNode get(String id) {
        return state.find(id, KIND).orElseThrow(() -> StripeError.notFound(KIND, id, "id"));
    }

    private ObjectNode add(ObjectNode charge, long amount, FormParams params) {
        ObjectNode refund = state.add("re", KIND);
        refund.remove("livemode");
        refund.put("amount", amount)
                .put("currency", charge.path("currency").asString())
                .put("charge", charge.path("id").asString())
                .put("payment_intent", charge.path("payment_intent").asString())
                .put("status", "succeeded")
                .putNull("reason");
        ObjectNode metadata = refund.putObject("metadata");
        params.map("metadata").forEach(metadata::put);
        return refund;
    }

    private ObjectNode charge(FormParams params) {
        Optional<String> named = params.get("charge");
        if (named.isPresent()) {
            return state.find(named.get(), StripeCharges.KIND)
                    .orElseThrow(() -> StripeError.missingReference("charge", named.get(), "charge"));
        }
        String id = params.get("payment_intent")
                .orElseThrow(() -> StripeError.invalid(
                        "parameter_missing",
                        null,
                        "One of the following params should be provided: payment_intent or charge."));
        ObjectNode intent = state.find(id, StripePaymentIntents.KIND)
                .orElseThrow(() -> StripeError.missingReference("payment_intent", id, "payment_intent"));
        if (!intent.path("status").asString().equals("succeeded")) {
            throw StripeError.conflict(
                    StripePaymentIntents.UNEXPECTED_STATE,
                    "This PaymentIntent (" + id + ") does not have a successful charge to refund.");
        }
        return charges.get(intent.path("latest_charge").asString());
    }
}
