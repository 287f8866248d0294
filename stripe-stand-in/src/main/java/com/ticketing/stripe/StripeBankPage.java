package com.ticketing.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.ticketing.common.digest.Sha256;
import com.ticketing.common.money.ChargeCurrency;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * Serves {@code /_stand-in/bank}, a bank's page for 3-D Secure authentication. The shop redirects the browser to it
 * with {@code client_secret} and {@code return_url}, a path on the shop's host. The page redirects back with
 * {@code payment_intent} and {@code redirect_status}, as Stripe does. It is plain HTML without scripts, so it works in
 * every browser and requires no exception in the shop's Content-Security-Policy.
 */
final class StripeBankPage implements HttpHandler {

    static final String PATH = "/_stand-in/bank";

    private static final String CLIENT_SECRET = "client_secret";
    private static final String RETURN_URL = "return_url";
    private static final String STYLE = """
            :root { color-scheme: light dark }
            body { margin: 0; font: 1rem/1.5 system-ui, sans-serif; background: light-dark(#eef1f5, #16181d) }
            main { max-width: 26rem; margin: 4rem auto; padding: 2rem; background: light-dark(#fff, #22252c);
                border-top: 6px solid #1f5fbf; border-radius: 0.5rem }
            h1 { margin-top: 0; font-size: 1.5rem; line-height: 1.2 }
            form { display: flex; flex-wrap: wrap; gap: 0.75rem; margin-top: 1.5rem }
            button { min-height: 2.75rem; padding: 0 1.25rem; font: inherit; font-weight: 600; color: inherit;
                background: none; border: 2px solid currentColor; border-radius: 0.4rem; cursor: pointer }
            button[value=pass] { color: #fff; background: #1f5fbf; border-color: #1f5fbf }
            @media (max-width: 30rem) { main { margin: 1rem; padding: 1.25rem } button { flex: 1 } }
            """;

    private static final String POLICY = "default-src 'none'; style-src '" + hash(STYLE)
            + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final StripeHandler stripe;

    StripeBankPage(StripeHandler stripe) {
        this.stripe = stripe;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            StripeCall call = StripeCall.read(exchange);
            try {
                answer(exchange, call);
            } catch (StripeError error) {
                String message = error.error().path("message").asString();
                send(exchange, error.status(), page("Payment cannot be confirmed", "<p>" + escaped(message) + "</p>"));
            }
        }
    }

    private void answer(HttpExchange exchange, StripeCall call) throws IOException {
        if (!call.path().equals(PATH) || !List.of("GET", "POST").contains(call.method())) {
            throw StripeError.unrecognized(call.method(), call.path());
        }
        String secret = call.params().required(CLIENT_SECRET);
        String back = returnUrl(call.params());
        ObjectNode intent = intent(secret);
        boolean pending = status(intent).equals("requires_action");
        if (pending && call.method().equals("GET")) {
            send(exchange, 200, confirmationPage(intent, secret, back));
            return;
        }
        if (pending) {
            stripe.execute(authentication(intent, call));
        }
        String id = intent.path("id").asString();
        boolean paid = status(intent(secret)).equals("succeeded");
        exchange.getResponseHeaders()
                .set(
                        "Location",
                        back + (back.contains("?") ? "&" : "?") + "payment_intent=" + id + "&redirect_status="
                                + (paid ? "succeeded" : "failed"));
        exchange.sendResponseHeaders(303, -1);
    }

    /** Accepts only a path, so that the page is not an open redirect. */
    private static String returnUrl(FormParams params) {
        String url = params.required(RETURN_URL);
        if (!url.matches("/(?![/\\\\])[\\x21-\\x7E]*")) {
            throw StripeError.invalid(null, RETURN_URL, "The return_url must be a path on the shop's host.");
        }
        return url;
    }

    private ObjectNode intent(String secret) {
        return stripe.objects(StripePaymentIntents.KIND).stream()
                .filter(intent -> intent.path(CLIENT_SECRET).asString().equals(secret))
                .findFirst()
                .orElseThrow(() -> StripeError.invalid("resource_missing", CLIENT_SECRET, "No such payment."));
    }

    private static StripeCall authentication(ObjectNode intent, StripeCall call) {
        String path = "/_stand-in/payment_intents/" + intent.path("id").asString() + "/authenticate";
        return new StripeCall("POST", path, call.params(), null, null, null);
    }

    private static String confirmationPage(ObjectNode intent, String secret, String back) {
        String form = "<form method=\"post\" action=\"" + PATH + "\">"
                + hidden(CLIENT_SECRET, secret)
                + hidden(RETURN_URL, back)
                + "<button name=\"result\" value=\"pass\">Confirm payment</button> "
                + "<button name=\"result\" value=\"fail\">Reject payment</button></form>";
        return page(
                "Confirm your payment",
                "<p>Amount: " + amount(intent) + ". This page simulates your bank; no money moves.</p>" + form);
    }

    private static String amount(ObjectNode intent) {
        String currency = intent.path("currency").asString();
        BigDecimal amount =
                ChargeCurrency.of(currency).amount(intent.path("amount").asLong());
        return amount + " " + currency.toUpperCase(Locale.ROOT);
    }

    private static String hidden(String name, String value) {
        return "<input type=\"hidden\" name=\"" + name + "\" value=\"" + escaped(value) + "\">";
    }

    private static String page(String title, String content) {
        return "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width\"><title>" + title
                + "</title><style>" + STYLE + "</style></head><body><main><h1>" + title + "</h1>" + content
                + "</main></body></html>";
    }

    /** Returns the source expression of the Content-Security-Policy for an inline style. */
    private static String hash(String style) {
        return "sha256-" + Base64.getEncoder().encodeToString(Sha256.of(style.getBytes(UTF_8)));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String status(ObjectNode intent) {
        return intent.path("status").asString();
    }

    private static void send(HttpExchange exchange, int status, String page) throws IOException {
        byte[] body = page.getBytes(UTF_8);
        Map.of(
                        "Content-Type", "text/html; charset=utf-8",
                        "Content-Security-Policy", POLICY,
                        "Cache-Control", "no-store",
                        "Referrer-Policy", "no-referrer",
                        "X-Content-Type-Options", "nosniff")
                .forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
