package com.ticketing.stripe;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Stripe on this machine, as far as the suite knows Stripe: it keeps state, honours idempotency keys, takes and
 * declines Stripe's test cards, and signs webhooks. It moves no money.
 *
 * <p>Two addresses are for the person's browser and want the intent's {@code client_secret} instead of the secret key:
 * the bank's page {@code /_stand-in/bank}, and what it does, {@code POST /_stand-in/payment_intents/{id}/authenticate}
 * ({@code result=fail} to fail).
 */
public final class StripeStandIn implements AutoCloseable {

    /** Where a browser is sent when the bank wants the person. */
    public static final String BANK_PAGE = StripeBankPage.PATH;

    private final HttpServer server;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final StripeWebhooks webhooks;
    private final StripeHandler handler;

    private StripeStandIn(InetSocketAddress address, Optional<Path> folder, Clock clock) {
        try {
            server = HttpServer.create(address, 0);
        } catch (IOException e) {
            throw new UncheckedIOException("The stand-in for Stripe cannot listen on " + address, e);
        }
        webhooks = new StripeWebhooks(clock);
        handler = new StripeHandler(new StripeState(clock, folder), webhooks);
        server.createContext("/", handler);
        server.createContext(StripeControl.PATH, new StripeControl(handler, webhooks));
        server.createContext(StripeBankPage.PATH, new StripeBankPage(handler));
        server.setExecutor(executor);
        server.start();
    }

    /** On any free port, remembering nothing. */
    public static StripeStandIn start() {
        return start(Clock.systemUTC());
    }

    /** Keeps its state in {@code stripe.json} in the folder, if there is one. Port 0 is any free one. */
    public static StripeStandIn start(InetSocketAddress address, Optional<Path> folder) {
        return new StripeStandIn(address, folder, Clock.systemUTC());
    }

    static StripeStandIn start(Clock clock) {
        return new StripeStandIn(loopback(), Optional.empty(), clock);
    }

    static InetSocketAddress loopback() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    /** What {@code STRIPE_API_BASE} is to be. */
    public String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** From now on every event is posted there, signed with the secret ({@code whsec_…}). Before, none is. */
    public void sendWebhooksTo(URI url, String secret) {
        webhooks.sendTo(url, secret);
    }

    public void sendNoWebhooks() {
        webhooks.stop();
    }

    /** From now on events wait, as when Stripe is late. */
    public void holdWebhooks() {
        webhooks.hold();
    }

    /** Those that waited are sent, each so many times; {@code backwards} begins with the newest. */
    public void releaseWebhooks(int copies, boolean backwards) {
        webhooks.release(copies, backwards);
    }

    /** What a bank may do days after a refund was made. */
    public void failRefund(String id) {
        handler.carryOut(new StripeCall(
                "POST", StripeControl.PATH + "refunds/" + id + "/fail", FormParams.parse(""), null, null, null));
    }

    public void inject(Fault fault) {
        handler.faults().add(fault);
    }

    /** No further request fails, and delayed requests and answers go on immediately. */
    public void clearFaults() {
        handler.faults().clear();
    }

    /** The charges that took money, oldest first. */
    public List<Charge> charges() {
        return handler.objects(StripeCharges.KIND).stream()
                .map(Charge::of)
                .filter(charge -> charge.status().equals("succeeded"))
                .toList();
    }

    /** The charges that were declined, oldest first. */
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

    /** Each request that was answered or cut, oldest first. */
    public List<Request> requests() {
        return handler.requests();
    }

    @Override
    public void close() {
        handler.close();
        server.stop(0);
        webhooks.close();
        executor.shutdownNow();
    }

    /** Amounts are in the smallest unit of the currency. */
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

    /** Money given back. */
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

    /** A payment as Stripe sees it. */
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

    /** A request that came; its status is 0 if the connection was cut. */
    public record Request(
            String method, String path, @Nullable String idempotencyKey, int status) {}
}
