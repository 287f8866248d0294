package com.ticketing.stripe;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** {@code /v1/payment_intents}: the state machine of a card payment. */
final class StripePaymentIntents {

    static final String KIND = "payment_intent";

    static final String UNEXPECTED_STATE = "payment_intent_unexpected_state";
    private static final String PAYMENT_METHOD = "payment_method";
    private static final Set<String> ON_CONFIRM = Set.of(
            PAYMENT_METHOD,
            "payment_method_data",
            "payment_method_options",
            "payment_method_types",
            "return_url",
            "off_session",
            "use_stripe_sdk",
            "receipt_email",
            "error_on_requires_action");
    private static final Set<String> CANCELLABLE = Set.of(
            "requires_payment_method", "requires_capture", "requires_confirmation", "requires_action", "processing");
    private static final Set<String> REASONS = Set.of("duplicate", "fraudulent", "requested_by_customer", "abandoned");
    private static final Set<String> CONFIRMABLE =
            Set.of("requires_payment_method", "requires_confirmation", "requires_action");

    private final StripeState state;
    private final StripePaymentMethods methods;
    private final StripeAttempts attempts;
    private final StripeIntentParams intentParams = new StripeIntentParams(ON_CONFIRM);

    StripePaymentIntents(StripeState state, StripePaymentMethods methods, StripeCharges charges) {
        this.state = state;
        this.methods = methods;
        this.attempts = new StripeAttempts(state, charges);
    }

    ObjectNode create(FormParams params) {
        intentParams.check(params);
        Optional<ObjectNode> method = method(params);
        if (params.flag("confirm")) {
            checkReturnUrl(StripeIntentParams.redirects(params), params);
        }
        ObjectNode intent = state.add("pi", KIND);
        intent.put("amount", params.whole("amount").orElseThrow())
                .put("amount_capturable", 0)
                .put("amount_received", 0)
                .put("currency", params.required("currency").toLowerCase(Locale.ROOT))
                .put("capture_method", "automatic_async")
                .put("confirmation_method", "automatic")
                .put("client_secret", intent.path("id").asString() + StripeState.newId("_secret"))
                .put("status", "requires_payment_method")
                .putNull("latest_charge")
                .putNull("canceled_at")
                .putNull("cancellation_reason")
                .putNull("last_payment_error")
                .putNull("next_action")
                .putNull(PAYMENT_METHOD);
        StripeIntentParams.automaticMethods(intent, params);
        params.get("description").ifPresent(description -> intent.put("description", description));
        intent.putArray("payment_method_types").add("card");
        ObjectNode metadata = intent.putObject("metadata");
        params.map("metadata").forEach(metadata::put);
        method.ifPresent(it -> intent.put("status", "requires_confirmation")
                .put(PAYMENT_METHOD, it.path("id").asString()));
        return params.flag("confirm") ? attempts.make(intent, method.orElse(null), params) : intent;
    }

    ObjectNode get(String id) {
        return state.find(id, KIND).orElseThrow(() -> StripeError.notFound(KIND, id, "intent"));
    }

    ObjectNode confirm(String id, FormParams params) {
        params.allow(ON_CONFIRM);
        ObjectNode intent = get(id);
        String status = status(intent);
        if (!CONFIRMABLE.contains(status)) {
            throw StripeError.conflict(
                            UNEXPECTED_STATE,
                            "You cannot confirm this PaymentIntent because it has "
                                    + (status.equals("succeeded")
                                            ? "already succeeded after being previously confirmed."
                                            : "a status of " + status + "."))
                    .with(KIND, intent);
        }
        checkReturnUrl(StripeIntentParams.redirects(intent), params);
        ObjectNode method = method(params)
                .or(() -> state.find(intent.path(PAYMENT_METHOD).asString(""), PAYMENT_METHOD))
                .orElse(null);
        return attempts.make(intent, method, params);
    }

    ObjectNode cancel(String id, FormParams params) {
        params.allow(Set.of("cancellation_reason"));
        Optional<String> reason = params.get("cancellation_reason");
        if (reason.isPresent() && !REASONS.contains(reason.get())) {
            throw StripeError.invalid(null, "cancellation_reason", "Invalid cancellation_reason");
        }
        ObjectNode intent = get(id);
        if (!CANCELLABLE.contains(status(intent))) {
            throw StripeError.conflict(
                            UNEXPECTED_STATE,
                            "You cannot cancel this PaymentIntent because it has a status of " + status(intent)
                                    + ". Only a PaymentIntent with one of the following statuses may be canceled: "
                                    + "requires_payment_method, requires_capture, requires_confirmation, "
                                    + "requires_action, processing.")
                    .with(KIND, intent);
        }
        intent.put("status", "canceled").put("canceled_at", state.now()).putNull("next_action");
        reason.ifPresent(it -> intent.put("cancellation_reason", it));
        state.emit("payment_intent.canceled", intent);
        return intent;
    }

    /** Completes 3-D Secure authentication, successfully or not. */
    ObjectNode authenticate(String id, String clientSecret, boolean passed) {
        ObjectNode intent = get(id);
        if (!clientSecret.equals(intent.path("client_secret").asString())) {
            throw StripeError.invalid(null, "client_secret", "The client_secret provided does not match this intent.");
        }
        if (!status(intent).equals("requires_action")) {
            throw StripeError.conflict(UNEXPECTED_STATE, "This PaymentIntent does not require authentication.")
                    .with(KIND, intent);
        }
        return attempts.authenticated(
                intent, methods.get(intent.path(PAYMENT_METHOD).asString()), passed);
    }

    private Optional<ObjectNode> method(FormParams params) {
        return params.has("payment_method_data")
                ? Optional.of(methods.create(params, "payment_method_data"))
                : params.get(PAYMENT_METHOD).map(methods::require);
    }

    private static void checkReturnUrl(boolean redirects, FormParams params) {
        if (redirects && params.get("return_url").isEmpty()) {
            throw StripeError.invalid(
                    null,
                    null,
                    "This PaymentIntent is configured to accept payment methods enabled in your Dashboard. Because some "
                            + "of these payment methods might redirect your customer off of your page, you must "
                            + "provide a `return_url`. If you don't want to accept redirect-based payment methods, set "
                            + "`automatic_payment_methods[enabled]` to `true` and "
                            + "`automatic_payment_methods[allow_redirects]` to `never` when creating Setup Intents and "
                            + "Payment Intents.");
        }
    }

    private static String status(ObjectNode intent) {
        return intent.path("status").asString();
    }
}
