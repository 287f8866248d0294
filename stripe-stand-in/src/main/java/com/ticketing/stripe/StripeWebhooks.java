package com.ticketing.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Posts signed events to a service. Retries a few times with backoff, where Stripe retries for days. */
final class StripeWebhooks implements AutoCloseable {

    private static final int ATTEMPTS = 6;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);

    private final Clock clock;
    private final HttpClient http = HttpClient.newBuilder()
            .proxy(HttpClient.Builder.NO_PROXY)
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private volatile boolean closed;
    private volatile @Nullable Target target;
    private @Nullable List<ObjectNode> held;

    StripeWebhooks(Clock clock) {
        this.clock = clock;
    }

    void sendTo(URI url, String secret) {
        target = new Target(url, secret);
    }

    void stop() {
        target = null;
    }

    /** Holds new events until {@link #release}. */
    synchronized void hold() {
        if (held == null) {
            held = new ArrayList<>();
        }
    }

    /**
     * Sends the held events one after another and stops holding new ones.
     *
     * @param copies how often each event is sent
     * @param backwards whether the newest event is sent first
     */
    void release(int copies, boolean backwards) {
        List<ObjectNode> events;
        synchronized (this) {
            events = held == null ? List.of() : List.copyOf(held);
            held = null;
        }
        CompletableFuture<Void> sent = CompletableFuture.completedFuture(null);
        Target to = target;
        for (ObjectNode event : backwards ? events.reversed() : events) {
            for (int copy = 0; to != null && copy < copies; copy++) {
                sent = sent.thenCompose(before -> attempt(to, event.toString(), 1))
                        .thenRun(() -> {});
            }
        }
    }

    void send(ObjectNode event) {
        synchronized (this) {
            if (held != null) {
                held.add(event);
                return;
            }
        }
        Target to = target;
        if (to != null) {
            CompletableFuture<Boolean> unused = attempt(to, event.toString(), 1);
        }
    }

    private CompletableFuture<Boolean> attempt(Target to, String payload, int number) {
        HttpRequest request = HttpRequest.newBuilder(to.url())
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/json; charset=utf-8")
                .header("Stripe-Signature", signature(to.secret(), payload))
                .POST(HttpRequest.BodyPublishers.ofString(payload))
                .build();
        return http.sendAsync(request, BodyHandlers.discarding())
                .handle((response, failure) -> failure == null && response.statusCode() / 100 == 2)
                .thenCompose(delivered -> delivered || number == ATTEMPTS || closed
                        ? CompletableFuture.completedFuture(delivered)
                        : retry(to, payload, number));
    }

    private CompletableFuture<Boolean> retry(Target to, String payload, int number) {
        long pause = FIRST_PAUSE.toMillis() << (number - 1);
        Executor later = CompletableFuture.delayedExecutor(pause, TimeUnit.MILLISECONDS);
        return CompletableFuture.completedFuture(number + 1)
                .thenComposeAsync(next -> attempt(to, payload, next), later);
    }

    private String signature(String secret, String payload) {
        long now = clock.instant().getEpochSecond();
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return "t=" + now + ",v1=" + HexFormat.of().formatHex(mac.doFinal((now + "." + payload).getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        closed = true;
        http.shutdownNow();
    }

    private record Target(URI url, String secret) {}
}
