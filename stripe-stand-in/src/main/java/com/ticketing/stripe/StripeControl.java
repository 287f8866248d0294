package com.ticketing.stripe;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.ticketing.stripe.Fault.Kind;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Serves {@code /_control/…}, with which tests inject faults, hold webhooks, fail refunds, and open and close disputes.
 * It requires a secret key, as the API does.
 */
final class StripeControl implements HttpHandler {

    static final String PATH = "/_control/";

    private final StripeHandler stripe;
    private final StripeWebhooks webhooks;

    StripeControl(StripeHandler stripe, StripeWebhooks webhooks) {
        this.stripe = stripe;
        this.webhooks = webhooks;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            StripeCall call = StripeCall.read(exchange);
            try {
                call.authenticate();
                StripeHandler.send(exchange, execute(call));
            } catch (StripeError error) {
                StripeHandler.send(exchange, new StripeAnswer(error.status(), error.body()));
            }
        }
    }

    private StripeAnswer execute(StripeCall call) {
        FormParams params = call.params();
        switch (call.method() + " " + call.path()) {
            case "POST /_control/faults" -> stripe.faults().add(fault(params));
            case "DELETE /_control/faults" -> stripe.faults().clear();
            case "POST /_control/webhooks/hold" -> webhooks.hold();
            case "POST /_control/webhooks/release" ->
                webhooks.release(Math.toIntExact(params.whole("copies").orElse(1L)), params.flag("backwards"));
            default -> {
                return stripe.execute(call);
            }
        }
        return new StripeAnswer(200, JsonNodeFactory.instance.objectNode());
    }

    private static Fault fault(FormParams params) {
        Kind kind = kind(params.required("kind"));
        return new Fault(
                kind,
                Math.toIntExact(params.whole("status").orElse(500L)),
                Duration.ofMillis(params.whole("delay_ms").orElse(0L)),
                Math.toIntExact(params.whole("times").orElse(1L)),
                params.get("path").orElse(""),
                params.get("key").orElse(""));
    }

    private static Kind kind(String name) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> StripeError.invalid(
                        null,
                        "kind",
                        "Invalid kind: must be one of "
                                + Arrays.toString(Kind.values()).toLowerCase(Locale.ROOT)));
    }
}
