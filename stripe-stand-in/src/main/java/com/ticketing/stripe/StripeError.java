package com.ticketing.stripe;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An error response of Stripe, with Stripe's types, codes and messages. */
final class StripeError extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final boolean rejectedBeforeExecution;
    private final transient ObjectNode error;

    private StripeError(
            int status, boolean rejectedBeforeExecution, String type, @Nullable String code, String message) {
        super(message);
        this.status = status;
        this.rejectedBeforeExecution = rejectedBeforeExecution;
        this.error = JsonNodeFactory.instance.objectNode();
        error.put("type", type);
        if (code != null) {
            error.put("code", code).put("doc_url", "https://stripe.com/docs/error-codes/" + code.replace('_', '-'));
        }
        error.put("message", message);
    }

    static StripeError invalid(@Nullable String code, @Nullable String param, String message) {
        return new StripeError(400, true, "invalid_request_error", code, message).with("param", param);
    }

    static StripeError notFound(String kind, String id, String param) {
        return new StripeError(404, true, "invalid_request_error", "resource_missing", noSuch(kind, id))
                .with("param", param);
    }

    /** For a parameter that refers to a missing object: Stripe answers 400, and 404 only for a missing path. */
    static StripeError missingReference(String kind, String id, String param) {
        return invalid("resource_missing", param, noSuch(kind, id));
    }

    static StripeError unauthorized(String message) {
        return new StripeError(401, true, "invalid_request_error", null, message);
    }

    static StripeError unrecognized(String method, String path) {
        return new StripeError(
                404,
                true,
                "invalid_request_error",
                null,
                "Unrecognized request URL (" + method + ": " + path + "). If you are trying to list objects, remove "
                        + "the trailing slash. If you are trying to retrieve an object, make sure you passed a valid "
                        + "(non-empty) identifier in your code.");
    }

    static StripeError idempotency(String message) {
        return new StripeError(400, true, "idempotency_error", null, message);
    }

    static StripeError keyInUse(String key) {
        return new StripeError(
                409,
                true,
                "idempotency_error",
                "idempotency_key_in_use",
                "There is currently another in-progress request using this Idempotent Key (that probably means you "
                        + "submitted twice, and the other request is still going through): " + key
                        + ". Please try again later.");
    }

    static StripeError injected(int status) {
        boolean limited = status == 429;
        return new StripeError(
                status,
                true,
                limited ? "invalid_request_error" : "api_error",
                limited ? "rate_limit" : null,
                limited ? "Too many requests hit the API too quickly." : "An unknown error occurred.");
    }

    /** For a valid request that the current state does not allow. */
    static StripeError conflict(String code, String message) {
        return new StripeError(400, false, "invalid_request_error", code, message);
    }

    static StripeError card(String code, @Nullable String declineCode, @Nullable String param, String message) {
        return new StripeError(402, false, "card_error", code, message)
                .with("decline_code", declineCode)
                .with("param", param);
    }

    StripeError with(String name, @Nullable String value) {
        if (value != null) {
            error.put(name, value);
        }
        return this;
    }

    StripeError with(String name, ObjectNode value) {
        error.set(name, value.deepCopy());
        return this;
    }

    int status() {
        return status;
    }

    /**
     * Returns whether the request was rejected before execution; Stripe then does not save the response under its key.
     */
    boolean rejectedBeforeExecution() {
        return rejectedBeforeExecution;
    }

    ObjectNode error() {
        return error.deepCopy();
    }

    ObjectNode body() {
        return JsonNodeFactory.instance.objectNode().set("error", error());
    }

    private static String noSuch(String kind, String id) {
        return "No such " + kind + ": '" + id + "'";
    }
}
