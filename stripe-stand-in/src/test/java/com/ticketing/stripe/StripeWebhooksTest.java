package com.ticketing.stripe;

import static com.ticketing.stripe.StripeClients.confirm;
import static com.ticketing.stripe.StripeClients.intent;
import static com.ticketing.testsupport.Eventually.eventually;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stripe.StripeClient;
import com.stripe.exception.CardException;
import com.stripe.exception.SignatureVerificationException;
import com.stripe.exception.StripeException;
import com.stripe.model.Charge;
import com.stripe.model.Event;
import com.stripe.model.PaymentIntent;
import com.stripe.net.Webhook;
import com.stripe.param.RefundCreateParams;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import com.ticketing.testsupport.MovableClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.JsonNodeFactory;

class StripeWebhooksTest {

    private static final String SECRET = "whsec_of_the_tests";

    @TempDir
    Path folder;

    private final MovableClock clock = new MovableClock();

    @AutoClose
    private final StripeStandIn stripe = StripeStandIn.start(clock, Duration.ofMillis(50));

    private final StripeClient client = StripeClients.of(stripe);
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();
    private HttpServer listener;

    @BeforeEach
    void listen() throws IOException {
        listener = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        listener.createContext("/webhook", this::receive);
        listener.start();
        stripe.sendWebhooksTo(webhook(), SECRET);
    }

    private URI webhook() {
        return URI.create("http://127.0.0.1:" + listener.getAddress().getPort() + "/webhook");
    }

    @AfterEach
    void stop() {
        listener.stop(0);
    }

    @Test
    void sendsAnEventForEachChangeOfAPayment() throws StripeException {
        String id = client.v1().paymentIntents().create(intent(1999).build()).getId();
        assertThat(catchThrowableOfType(CardException.class, () -> confirm(client, id, "pm_card_chargeDeclined")))
                .isNotNull();
        confirm(client, id, "pm_card_threeDSecure2Required");
        confirm(client, id, "pm_card_visa");
        client.v1()
                .refunds()
                .create(RefundCreateParams.builder().setPaymentIntent(id).build());

        eventually(() -> assertThat(events)
                .extracting(Event::getType)
                .containsExactlyInAnyOrder(
                        "payment_intent.payment_failed",
                        "payment_intent.requires_action",
                        "payment_intent.succeeded",
                        "charge.refunded"));
        PaymentIntent succeeded = (PaymentIntent) object("payment_intent.succeeded");
        assertThat(succeeded.getId()).isEqualTo(id);
        assertThat(succeeded.getMetadata()).containsEntry("orderId", "o1");
        assertThat(((Charge) object("charge.refunded")).getRefunded()).isTrue();
    }

    @Test
    void retriesUntilTheEventIsAccepted() throws StripeException {
        failures.set(10);
        String id = client.v1().paymentIntents().create(intent(1999).build()).getId();

        client.v1().paymentIntents().cancel(id);

        eventually(() -> assertThat(events).extracting(Event::getType).containsExactly("payment_intent.canceled"));
        assertThat(failures).hasValue(-1);
    }

    @Test
    void givesUpAfterThreeDays() throws StripeException {
        failures.set(Integer.MAX_VALUE);
        String id = client.v1().paymentIntents().create(intent(1999).build()).getId();
        client.v1().paymentIntents().cancel(id);
        eventually(() -> assertThat(failures).hasValueLessThan(Integer.MAX_VALUE - 10));
        assertThat(stripe.pendingEvents()).hasSize(1);

        clock.advance(Duration.ofDays(3).plusSeconds(1));

        eventually(() -> assertThat(stripe.pendingEvents()).isEmpty());
        assertThat(events).isEmpty();
    }

    @Test
    void retriesNoEventThatWasDropped() {
        failures.set(Integer.MAX_VALUE);
        AtomicInteger completed = new AtomicInteger();
        StripeEvent event = new StripeEvent(JsonNodeFactory.instance
                .objectNode()
                .put("id", "evt_1")
                .put("created", clock.instant().getEpochSecond()));
        try (StripeWebhookEndpoint endpoint = new StripeWebhookEndpoint(
                webhook(), SECRET, clock, Duration.ofMillis(50), sent -> completed.incrementAndGet())) {
            endpoint.send(event);
            eventually(() -> assertThat(failures).hasValueLessThan(Integer.MAX_VALUE - 2));
            assertThat(completed).hasValue(0);

            event.drop();

            eventually(() -> assertThat(completed).hasValue(1));
        }
    }

    @Test
    void keepsNoEventThatWasAccepted() throws StripeException {
        confirm(
                client,
                client.v1().paymentIntents().create(intent(1999).build()).getId(),
                "pm_card_visa");

        eventually(() -> assertThat(events).hasSize(1));
        eventually(() -> assertThat(stripe.pendingEvents()).isEmpty());
    }

    /** A folder in place of the file fails each save, as a full disk does. */
    @Test
    void sendsAnEventWhoseSaveFails() throws IOException {
        try (StripeStandIn onDisk = StripeStandIn.start(StripeStandIn.loopback(), Optional.of(folder))) {
            onDisk.sendWebhooksTo(webhook(), SECRET);
            Files.createDirectory(folder.resolve("stripe-changes.jsonl"));
            Api api = new Api(onDisk.baseUrl()).with("Authorization", "Bearer sk_test_x");
            String form =
                    "amount=1999&currency=usd&payment_method=pm_card_visa&confirm=true&return_url=http://localhost/";

            assertThatThrownBy(() ->
                            api.sendText("POST", "/v1/payment_intents", "application/x-www-form-urlencoded", form))
                    .hasRootCauseInstanceOf(IOException.class);

            eventually(() -> assertThat(events).extracting(Event::getType).containsExactly("payment_intent.succeeded"));
        }
    }

    @Test
    void dropsPendingEventsWithTheirEndpoint() throws StripeException {
        failures.set(Integer.MAX_VALUE);
        String id = client.v1().paymentIntents().create(intent(1999).build()).getId();
        client.v1().paymentIntents().cancel(id);

        stripe.sendNoWebhooks();

        assertThat(stripe.pendingEvents()).isEmpty();
    }

    @Test
    void releasesHeldEventsInCopiesAndReverseOrder() throws StripeException {
        stripe.holdWebhooks();
        String id = client.v1().paymentIntents().create(intent(1999).build()).getId();
        confirm(client, id, "pm_card_visa");
        client.v1()
                .refunds()
                .create(RefundCreateParams.builder().setPaymentIntent(id).build());
        assertThat(events).isEmpty();

        stripe.releaseWebhooks(2, true);

        eventually(() -> assertThat(events)
                .extracting(Event::getType)
                .containsExactly(
                        "charge.refunded", "charge.refunded", "payment_intent.succeeded", "payment_intent.succeeded"));
        assertThat(events).extracting(Event::getId).doesNotContainNull();
        assertThat(events.stream().map(Event::getId).distinct()).hasSize(2);
        client.v1()
                .paymentIntents()
                .cancel(client.v1()
                        .paymentIntents()
                        .create(intent(1999).build())
                        .getId());
        eventually(() -> assertThat(events.getLast().getType()).isEqualTo("payment_intent.canceled"));
    }

    @Test
    void sendsAnEventForARefundThatFailsLater() throws StripeException {
        String id = client.v1().paymentIntents().create(intent(1999).build()).getId();
        confirm(client, id, "pm_card_visa");
        RefundCreateParams all =
                RefundCreateParams.builder().setPaymentIntent(id).build();
        String refund = client.v1().refunds().create(all).getId();

        control("POST", "/_control/refunds/" + refund + "/fail", "").expect(200);

        eventually(() -> assertThat(((com.stripe.model.Refund) object("refund.failed")).getPaymentIntent())
                .isEqualTo(id));
        assertThat(client.v1().refunds().retrieve(refund).getStatus()).isEqualTo("failed");
        assertThat(stripe.charges().getFirst().refunded()).isFalse();
        assertThat(client.v1().refunds().create(all).getStatus()).isEqualTo("succeeded");
        assertThat(stripe.charges().getFirst().refunded()).isTrue();
    }

    private ApiResponse control(String method, String path, String form) {
        return new Api(stripe.baseUrl())
                .with("Authorization", "Bearer sk_test_x")
                .sendText(method, path, "application/x-www-form-urlencoded", form);
    }

    private Object object(String type) {
        return events.stream()
                .filter(event -> event.getType().equals(type))
                .findFirst()
                .flatMap(event -> event.getDataObjectDeserializer().getObject())
                .orElseThrow(() -> new AssertionError("No " + type));
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            String payload = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            if (failures.getAndDecrement() > 0) {
                exchange.sendResponseHeaders(500, -1);
                return;
            }
            String signature = exchange.getRequestHeaders().getFirst("Stripe-Signature");
            events.add(Webhook.constructEvent(payload, signature, SECRET));
            exchange.sendResponseHeaders(200, -1);
        } catch (SignatureVerificationException e) {
            throw new AssertionError(e);
        }
    }
}
