package com.ticketing.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Posts signed events to one URL until it accepts them. Retries with backoff and gives up after three days, as Stripe
 * does.
 */
final class StripeWebhookEndpoint implements AutoCloseable {

    private static final Duration GIVE_UP_AFTER = Duration.ofDays(3);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);

    private final HttpClient http = HttpClient.newBuilder()
            .proxy(HttpClient.Builder.NO_PROXY)
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closed = new CountDownLatch(1);

    /** Limits the concurrent requests if many events are pending. */
    private final Semaphore attempts = new Semaphore(16);

    private final URI url;
    private final String secret;
    private final Clock clock;
    private final Duration longestPause;
    private final Consumer<StripeEvent> completed;

    /** @param completed is called with each event that was accepted, dropped or given up */
    StripeWebhookEndpoint(URI url, String secret, Clock clock, Duration longestPause, Consumer<StripeEvent> completed) {
        this.url = url;
        this.secret = secret;
        this.clock = clock;
        this.longestPause = longestPause;
        this.completed = completed;
    }

    void send(StripeEvent event) {
        sendInOrder(List.of(event));
    }

    /** Makes the first attempts one after another. Events that are not accepted are retried independently. */
    void sendInOrder(List<StripeEvent> events) {
        run(() -> {
            for (StripeEvent event : events) {
                if (isGivenUp(event) || attempt(event)) {
                    completed.accept(event);
                } else {
                    run(() -> retry(event));
                }
            }
        });
    }

    private void retry(StripeEvent event) throws InterruptedException {
        Duration pause = FIRST_PAUSE;
        do {
            if (closed.await(Math.min(pause.toMillis(), longestPause.toMillis()), TimeUnit.MILLISECONDS)) {
                return;
            }
            pause = pause.compareTo(longestPause) < 0 ? pause.multipliedBy(2) : longestPause;
        } while (!isGivenUp(event) && !attempt(event));
        completed.accept(event);
    }

    private boolean isGivenUp(StripeEvent event) {
        long age = clock.instant().getEpochSecond() - event.created();
        return event.isDropped() || age > GIVE_UP_AFTER.toSeconds();
    }

    private boolean attempt(StripeEvent event) throws InterruptedException {
        attempts.acquire();
        try {
            return http.send(request(event.json()), BodyHandlers.discarding()).statusCode() / 100 == 2;
        } catch (IOException e) {
            return false;
        } finally {
            attempts.release();
        }
    }

    private HttpRequest request(String payload) {
        return HttpRequest.newBuilder(url)
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/json; charset=utf-8")
                .header("Stripe-Signature", signature(payload))
                .POST(HttpRequest.BodyPublishers.ofString(payload))
                .build();
    }

    private String signature(String payload) {
        long now = clock.instant().getEpochSecond();
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return "t=" + now + ",v1=" + HexFormat.of().formatHex(mac.doFinal((now + "." + payload).getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private synchronized void run(Delivery delivery) {
        if (closed.getCount() == 0) {
            return;
        }
        executor.execute(() -> {
            try {
                delivery.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Ends all attempts and retries. */
    @Override
    public synchronized void close() {
        closed.countDown();
        executor.shutdownNow();
        http.shutdownNow();
    }

    private interface Delivery {
        void run() throws InterruptedException;
    }
}
