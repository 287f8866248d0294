package com.ticketing.stripe;

import static com.ticketing.stripe.StripePaymentIntents.KIND;
import static com.ticketing.stripe.StripePaymentIntents.UNEXPECTED_STATE;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Attempts to charge a card for a PaymentIntent, and their effects on the intent. */
final class StripeAttempts {

    private static final String PAYMENT_METHOD = "payment_method";

    private final StripeState state;
    private final StripeCharges charges;

    StripeAttempts(StripeState state, StripeCharges charges) {
        this.state = state;
        this.charges = charges;
    }

    ObjectNode make(ObjectNode intent, @Nullable ObjectNode method, FormParams params) {
        if (method == null) {
            throw StripeError.conflict(
                            UNEXPECTED_STATE,
                            "You cannot confirm this PaymentIntent because it's missing a payment method. To confirm "
                                    + "the PaymentIntent, specify a payment method attached to a customer or "
                                    + "payment_method_data.")
                    .with(KIND, intent);
        }
        intent.put(PAYMENT_METHOD, method.path("id").asString())
                .putNull("last_payment_error")
                .putNull("next_action");
        StripeTestCard card = StripePaymentMethods.card(method);
        if (card.needsAuthentication()) {
            return params.flag("error_on_requires_action")
                    ? rejectDeclined(
                            intent,
                            method,
                            StripeError.card(
                                    "authentication_required",
                                    "authentication_required",
                                    null,
                                    "Your card was declined. This transaction requires authentication."))
                    : requireAuthentication(intent, params);
        }
        Optional<StripeTestCard.Decline> decline = card.decline();
        return decline.isPresent()
                ? rejectDeclined(intent, method, decline.get().error())
                : succeed(intent, method);
    }

    /** Continues after 3-D Secure authentication; the card may still be declined. */
    ObjectNode authenticated(ObjectNode intent, ObjectNode method, boolean passed) {
        intent.putNull("next_action");
        if (!passed) {
            StripeError error = StripeError.conflict(
                    "payment_intent_authentication_failure",
                    "We are unable to authenticate your payment method. Please choose a different payment method "
                            + "and try again.");
            return fail(intent, method, error);
        }
        return StripePaymentMethods.card(method)
                .decline()
                .map(decline -> decline(intent, method, decline.error()))
                .orElseGet(() -> succeed(intent, method));
    }

    private ObjectNode requireAuthentication(ObjectNode intent, FormParams params) {
        intent.put("status", "requires_action");
        String url = "/_stand-in/payment_intents/" + intent.path("id").asString() + "/authenticate";
        Optional<String> returnUrl = params.get("return_url");
        ObjectNode action = intent.putObject("next_action").put("type", "use_stripe_sdk");
        action.putObject("use_stripe_sdk").put("type", "stand_in").put("authenticate", url);
        returnUrl.ifPresent(to -> action.put("type", "redirect_to_url")
                .putObject("redirect_to_url")
                .put("url", url)
                .put("return_url", to));
        state.emit("payment_intent.requires_action", intent);
        return intent;
    }

    private ObjectNode rejectDeclined(ObjectNode intent, ObjectNode method, StripeError error) {
        throw error.with(KIND, decline(intent, method, error));
    }

    private ObjectNode decline(ObjectNode intent, ObjectNode method, StripeError error) {
        String charge = charges.fail(intent, method, error).path("id").asString();
        intent.put("latest_charge", charge);
        error.with("charge", charge);
        return fail(intent, method, error);
    }

    private ObjectNode fail(ObjectNode intent, ObjectNode method, StripeError error) {
        error.with(PAYMENT_METHOD, method);
        intent.set("last_payment_error", error.error());
        intent.put("status", "requires_payment_method").putNull(PAYMENT_METHOD);
        state.emit("payment_intent.payment_failed", intent);
        return intent;
    }

    private ObjectNode succeed(ObjectNode intent, ObjectNode method) {
        intent.put("latest_charge", charges.succeed(intent, method).path("id").asString());
        intent.put("status", "succeeded")
                .put("amount_received", intent.path("amount").asLong());
        state.emit("payment_intent.succeeded", intent);
        return intent;
    }
}
