package com.ticketing.stripe;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A local stand-in for the part of the Stripe API that the suite uses: stateful, with idempotency keys, Stripe's test
 * cards, signed webhooks and injected faults. It moves no money.
 *
 * <p>Browsers use two paths, with the intent's {@code client_secret} instead of the secret key: the bank's page
 * {@code /_stand-in/bank}, and {@code POST /_stand-in/payment_intents/{id}/authenticate}, which the page calls
 * ({@code result=fail} fails the authentication).
 */
public final class StripeStandIn implements AutoCloseable {

    /** The path of the bank's page, to which a browser is redirected for 3-D Secure authentication. */
    public static final String BANK_PAGE = StripeBankPage.PATH;

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final HttpServer server;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final StripeWebhooks webhooks;
    private final StripeHandler handler;

    private StripeStandIn(InetSocketAddress address, Optional<Path> folder, Clock clock, Duration longestPause) {
        try {
            server = HttpServer.create(address, 0);
        } catch (IOException e) {
            throw new UncheckedIOException("The Stripe stand-in cannot listen on " + address, e);
        }
        webhooks = new StripeWebhooks(clock, longestPause);
        handler = new StripeHandler(new StripeState(clock, folder), webhooks);
        server.createContext("/", handler);
        server.createContext(StripeControl.PATH, new StripeControl(handler, webhooks));
        server.createContext(StripeBankPage.PATH, new StripeBankPage(handler));
        server.setExecutor(executor);
    }

    /** Starts on any free port, with its state in memory. */
    public static StripeStandIn start() {
        return start(Clock.systemUTC());
    }

    /** Starts with its state in files in the folder, or in memory. Port 0 selects any free port. */
    public static StripeStandIn start(InetSocketAddress address, Optional<Path> folder) {
        return start(address, folder, stripe -> {});
    }

    /** @param settings are applied before the first request is accepted, so that no event lacks its endpoint */
    static StripeStandIn start(InetSocketAddress address, Optional<Path> folder, Consumer<StripeStandIn> settings) {
        StripeStandIn stripe = new StripeStandIn(address, folder, Clock.systemUTC(), LONGEST_PAUSE);
        settings.accept(stripe);
        stripe.server.start();
        return stripe;
    }

    static StripeStandIn start(Clock clock) {
        return start(clock, LONGEST_PAUSE);
    }

    /** @param longestPause between two attempts to send an event */
    static StripeStandIn start(Clock clock, Duration longestPause) {
        StripeStandIn stripe = new StripeStandIn(loopback(), Optional.empty(), clock, longestPause);
        stripe.server.start();
        return stripe;
    }

    static InetSocketAddress loopback() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    /** Returns the value for {@code STRIPE_API_BASE}. */
    public String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Posts the pending events and every new one to the URL, signed with the secret ({@code whsec_…}). */
    public void sendWebhooksTo(URI url, String secret) {
        handler.sendWebhooksTo(url, secret);
    }

    /** Drops the pending events and all new ones. */
    public void sendNoWebhooks() {
        handler.sendNoWebhooks();
    }

    /** Returns the ids of the events that the endpoint has not accepted, oldest first. */
    List<String> pendingEvents() {
        return handler.pendingEvents().stream().map(StripeEvent::id).toList();
    }

    /** Holds new events until {@link #releaseWebhooks}, as if Stripe were late. */
    public void holdWebhooks() {
        webhooks.hold();
    }

    /** Sends the held events, each one {@code copies} times; {@code backwards} sends the newest first. */
    public void releaseWebhooks(int copies, boolean backwards) {
        webhooks.release(copies, backwards);
    }

    /** Fails a succeeded refund, as a bank may do days later. */
    public void failRefund(String id) {
        StripeAnswer unused = control("refunds/" + id + "/fail");
    }

    /** Opens a dispute about a paid PaymentIntent, as a bank does, and returns its id. */
    public String dispute(String paymentIntent) {
        return successful(control("payment_intents/" + paymentIntent + "/dispute"))
                .body()
                .path("id")
                .asString();
    }

    /** Closes a dispute: the merchant has won or lost it. */
    public void closeDispute(String id, boolean won) {
        StripeAnswer unused = successful(control("disputes/" + id + (won ? "/win" : "/lose")));
    }

    private StripeAnswer control(String path) {
        return handler.execute(
                new StripeCall("POST", StripeControl.PATH + path, FormParams.parse(""), null, null, null));
    }

    private static StripeAnswer successful(StripeAnswer answer) {
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.body().toString());
        }
        return answer;
    }

    public void inject(Fault fault) {
        handler.faults().add(fault);
    }

    /** Removes all faults; delayed requests and responses continue immediately. */
    public void clearFaults() {
        handler.faults().clear();
    }

    /** Returns the successful charges, oldest first. */
    public List<Charge> charges() {
        return handler.objects(StripeCharges.KIND).stream()
                .map(Charge::of)
                .filter(charge -> charge.status().equals("succeeded"))
                .toList();
    }

    /** Returns the declined charges, oldest first. */
    public List<Charge> declines() {
        return handler.objects(StripeCharges.KIND).stream()
                .map(Charge::of)
                .filter(charge -> charge.status().equals("failed"))
                .toList();
    }

    public List<Refund> refunds() {
        return handler.objects(StripeRefunds.KIND).stream().map(Refund::of).toList();
    }

    public List<Intent> paymentIntents() {
        return handler.objects(StripePaymentIntents.KIND).stream()
                .map(Intent::of)
                .toList();
    }

    /** Returns the last 5,000 completed requests, oldest first. */
    public List<Request> requests() {
        return handler.requests();
    }

    /** Returns the number of completed requests since the start. */
    public long requestCount() {
        return handler.requestCount();
    }

    @Override
    public void close() {
        handler.close();
        server.stop(0);
        webhooks.close();
        executor.shutdownNow();
    }

    /** A charge; the amount is in the currency's smallest unit. */
    public record Charge(
            String id, String paymentIntent, long amount, String currency, String status, boolean refunded) {

        static Charge of(JsonNode json) {
            return new Charge(
                    json.path("id").asString(),
                    json.path("payment_intent").asString(),
                    json.path("amount").asLong(),
                    json.path("currency").asString(),
                    json.path("status").asString(),
                    json.path("refunded").asBoolean());
        }
    }

    /** A refund; the amount is in the currency's smallest unit. */
    public record Refund(String id, String paymentIntent, String charge, long amount, String status) {

        static Refund of(JsonNode json) {
            return new Refund(
                    json.path("id").asString(),
                    json.path("payment_intent").asString(),
                    json.path("charge").asString(),
                    json.path("amount").asLong(),
                    json.path("status").asString());
        }
    }

    /** A PaymentIntent; the amount is in the currency's smallest unit. */
    public record Intent(
            String id, String status, long amount, String currency, String clientSecret, Map<String, String> metadata) {

        static Intent of(JsonNode json) {
            Map<String, String> metadata = new TreeMap<>();
            json.path("metadata")
                    .properties()
                    .forEach(entry ->
                            metadata.put(entry.getKey(), entry.getValue().asString()));
            return new Intent(
                    json.path("id").asString(),
                    json.path("status").asString(),
                    json.path("amount").asLong(),
                    json.path("currency").asString(),
                    json.path("client_secret").asString(),
                    metadata);
        }
    }

    /** A completed request; the status is 0 if the connection was closed without a response. */
    public record Request(
            String method, String path, @Nullable String idempotencyKey, int status) {}
}
