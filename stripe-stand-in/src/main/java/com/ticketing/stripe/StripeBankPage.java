package com.ticketing.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code /_stand-in/bank}: the page on which a bank asks the person whether they mean it (3-D Secure). The browser is
 * sent there with {@code client_secret} and {@code return_url}, a path of the page that sent it, and comes back with
 * {@code payment_intent} and {@code redirect_status}, as from Stripe's own. Plain HTML: it works without a script, in any
 * browser, and needs nothing of the sending page's Content-Security-Policy.
 */
final class StripeBankPage implements HttpHandler {

    static final String PATH = "/_stand-in/bank";

    private static final String CLIENT_SECRET = "client_secret";
    private static final String RETURN_URL = "return_url";
    private static final String POLICY =
            "default-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

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
            } catch (StripeError refused) {
                String words = refused.error().path("message").asString();
                send(exchange, refused.status(), page("This cannot be confirmed", "<p>" + escaped(words) + "</p>"));
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
        boolean waits = status(intent).equals("requires_action");
        if (waits && call.method().equals("GET")) {
            send(exchange, 200, question(intent, secret, back));
            return;
        }
        if (waits) {
            stripe.carryOut(authentication(intent, call));
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

    /** A page that sent people wherever its address says would be a gift to tricksters. */
    private static String returnUrl(FormParams params) {
        String url = params.required(RETURN_URL);
        if (!url.matches("/(?![/\\\\])[\\x21-\\x7E]*")) {
            throw StripeError.invalid(
                    null, RETURN_URL, "The return_url must be a path on the page that sent you here.");
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

    private static String question(ObjectNode intent, String secret, String back) {
        String form = "<form method=\"post\" action=\"" + PATH + "\">"
                + hidden(CLIENT_SECRET, secret)
                + hidden(RETURN_URL, back)
                + "<button name=\"result\" value=\"pass\">Yes, it is me</button> "
                + "<button name=\"result\" value=\"fail\">No, stop it</button></form>";
        return page(
                "Your bank asks: is it you?",
                "<p>A payment of " + amount(intent) + ". This page stands in for a bank's, and no money moves.</p>"
                        + form);
    }

    private static String amount(ObjectNode intent) {
        Currency currency =
                Currency.getInstance(intent.path("currency").asString().toUpperCase(Locale.ROOT));
        BigDecimal amount = BigDecimal.valueOf(intent.path("amount").asLong(), currency.getDefaultFractionDigits());
        return amount + " " + currency;
    }

    private static String hidden(String name, String value) {
        return "<input type=\"hidden\" name=\"" + name + "\" value=\"" + escaped(value) + "\">";
    }

    private static String page(String title, String content) {
        return "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width\"><title>" + title
                + "</title></head><body><main><h1>" + title + "</h1>" + content + "</main></body></html>";
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
