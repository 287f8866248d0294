package com.ticketing.stripe;

import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** {@code /v1/payment_methods}: cards, created from test tokens, test numbers or predefined names. */
final class StripePaymentMethods {

    private static final String KIND = "payment_method";

    private final StripeState state;

    StripePaymentMethods(StripeState state) {
        this.state = state;
    }

    ObjectNode create(FormParams params) {
        params.allow(Set.of("type", "card", "billing_details", "metadata", "allow_redisplay"));
        return create(params, "");
    }

    /**
     * Creates a payment method.
     *
     * @param parent the parameter that contains the data, such as {@code payment_method_data}; empty at the top level
     */
    ObjectNode create(FormParams params, String parent) {
        String type = params.required(within(parent, "type"));
        if (!type.equals("card")) {
            throw StripeError.invalid(null, within(parent, "type"), "Invalid type: must be one of card");
        }
        String card = within(parent, "card");
        Optional<String> token = params.get(card + "[token]");
        StripeTestCard testCard = token.isPresent()
                ? StripeTestCard.named("tok_", token.get())
                        .orElseThrow(() -> StripeError.missingReference("token", token.get(), card + "[token]"))
                : StripeTestCard.numbered(params.required(card + "[number]"))
                        .orElseThrow(() ->
                                StripeError.card("incorrect_number", null, "number", "Your card number is incorrect."));
        ObjectNode method = add(testCard);
        ObjectNode metadata = method.putObject("metadata");
        params.map("metadata").forEach(metadata::put);
        return method;
    }

    ObjectNode get(String id) {
        return find(id).orElseThrow(() -> StripeError.notFound("PaymentMethod", id, KIND));
    }

    ObjectNode require(String id) {
        return find(id).orElseThrow(() -> StripeError.missingReference("PaymentMethod", id, KIND));
    }

    static StripeTestCard card(ObjectNode method) {
        return StripeTestCard.endingWith(method.at("/card/last4").asString());
    }

    /** Finds a payment method; a predefined name such as {@code pm_card_visa} creates a new one at each use. */
    private Optional<ObjectNode> find(String id) {
        return state.find(id, KIND)
                .or(() -> StripeTestCard.named("pm_card_", id).map(this::add));
    }

    private ObjectNode add(StripeTestCard testCard) {
        ObjectNode method = state.add("pm", KIND);
        method.put("type", "card").putNull("customer");
        method.putObject("card")
                .put("brand", testCard.brand())
                .put("last4", testCard.lastFour())
                .put("country", "US")
                .put("funding", "credit")
                .put("exp_month", 12)
                .put("exp_year", 2034);
        method.putObject("metadata");
        return method;
    }

    private static String within(String parent, String name) {
        return parent.isEmpty() ? name : parent + "[" + name + "]";
    }
}
