package com.ticketing.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request as received, not yet validated. */
record StripeCall(
        String method,
        String path,
        FormParams params,
        @Nullable String authorization,
        @Nullable String idempotencyKey,
        @Nullable String version) {

    static StripeCall read(HttpExchange exchange) throws IOException {
        URI uri = exchange.getRequestURI();
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        var headers = exchange.getRequestHeaders();
        return new StripeCall(
                exchange.getRequestMethod(),
                uri.getPath(),
                FormParams.parse(body.isEmpty() ? uri.getRawQuery() : body),
                headers.getFirst("Authorization"),
                headers.getFirst("Idempotency-Key"),
                headers.getFirst("Stripe-Version"));
    }

    /** Returns the idempotency key of a POST request; Stripe ignores the key of other methods. */
    Optional<String> writeKey() {
        return method.equals("POST") ? Optional.ofNullable(idempotencyKey) : Optional.empty();
    }

    /** Requires a secret or restricted API key, as a bearer token or as the user name of basic authentication. */
    void authenticate() {
        String key = key();
        if (key.isEmpty()) {
            throw StripeError.unauthorized("You did not provide an API key. You need to provide your API key in the "
                    + "Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').");
        }
        if (!key.startsWith("sk_") && !key.startsWith("rk_")) {
            throw StripeError.unauthorized("Invalid API Key provided: " + "*".repeat(Math.min(key.length(), 20)));
        }
    }

    private String key() {
        String value = authorization == null ? "" : authorization;
        if (value.startsWith("Bearer ")) {
            return value.substring("Bearer ".length()).strip();
        }
        if (value.startsWith("Basic ")) {
            String pair = new String(Base64.getMimeDecoder().decode(value.substring("Basic ".length())), UTF_8);
            return pair.split(":", 2)[0];
        }
        return "";
    }
}
