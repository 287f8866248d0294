package com.ticketing.payments.webhook;

import static com.ticketing.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.net.Webhook;
import com.ticketing.payments.OrderEvents;
import com.ticketing.payments.PaymentsServiceTest;
import com.ticketing.payments.payment.ChargeStatus;
import com.ticketing.payments.payment.Refund;
import com.ticketing.stripe.Fault;
import com.ticketing.testsupport.ApiResponse;
import com.ticketing.testsupport.SignedIn;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.CompletableFuture;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.test.context.TestPropertySource;

/** Runs with the scheduled checks far in the future, so that only webhooks cause reconciliation. */
@TestPropertySource(properties = {"payments.lease=PT1H", "payments.first-check=PT1H", "payments.longest-pause=PT1H"})
class WebhookIT extends PaymentsServiceTest {

    private static final String PATH = "/api/payments/webhook";
    private static final String SECRET = "whsec_test";

    @Autowired
    MongoOperations mongo;

    @BeforeEach
    void sendWebhooks() {
        String port = environment.getRequiredProperty("local.server.port");
        stripe.sendWebhooksTo(URI.create("http://127.0.0.1:" + port + PATH), SECRET);
    }

    @AfterEach
    void stopWebhooks() {
        stripe.sendNoWebhooks();
    }

    @Test
    void aSuccessfulAuthenticationIsReportedByWebhook() {
        OrderEvents order = placed("20");
        payByMethod(order, "pm_card_threeDSecure2Required").expect(202);
        authenticate(order, "pass");
        awaitStatus(order, ChargeStatus.SUCCEEDED);
        eventually(() -> assertThat(created(order)).hasSize(1));
        payByMethod(order, "pm_card_threeDSecure2Required").expect(201);
    }

    @Test
    void aFailedAuthenticationIsReportedByWebhook() {
        OrderEvents order = placed("20");
        payByMethod(order, "pm_card_threeDSecure2Required").expect(202);
        authenticate(order, "fail");
        awaitStatus(order, ChargeStatus.DECLINED);
        pay(order, "tok_visa").expect(201);
        assertThat(charges(order)).hasSize(1);
    }

    @Test
    void aRefundMadeAtStripeIsReportedByWebhook() {
        OrderEvents order = placed("20");
        pay(order, "tok_visa").expect(201);
        postToStripe("/v1/refunds", "payment_intent=" + intent(order).id());
        awaitStatus(order, ChargeStatus.REFUNDED);
        eventually(() -> assertThat(refunded(order))
                .singleElement()
                .satisfies(event -> assertThat(event.reason()).isEqualTo(Refund.EXTERNAL)));
        assertThat(refunds(order)).hasSize(1);
    }

    @Test
    void aRefundMadeAtStripeDuringTheAttemptIsReportedByWebhook() {
        OrderEvents order = placed("20");
        stripe.inject(Fault.answerLate(Duration.ofMinutes(1)).on("/confirm"));
        CompletableFuture<ApiResponse> attempt = payAsync(order, "tok_visa");
        eventually(() -> assertThat(charges(order)).hasSize(1));
        postToStripe("/v1/refunds", "payment_intent=" + intent(order).id());
        Document refunded = new Document("intentId", intent(order).id()).append("type", "charge.refunded");
        Document postponed = new Document(refunded).append("nextAttemptAt", new Document("$exists", true));
        eventually(() -> assertThat(mongo.getCollection("stripeEvents").countDocuments(postponed))
                .isEqualTo(1));
        assertThat(failing()).isZero();

        stripe.clearFaults();
        attempt.join().expect(201);
        mongo.getCollection("stripeEvents")
                .updateOne(refunded, new Document("$set", new Document("nextAttemptAt", Date.from(Instant.now()))));

        awaitStatus(order, ChargeStatus.REFUNDED);
    }

    @Test
    void aRepeatedAndLateEventChangesNothing() {
        OrderEvents order = placed("20");
        pay(order, "tok_visa").expect(201);
        String late = event("payment_intent.payment_failed", intent(order).id(), "2026-07-29.dahlia");
        post(late).expect(200);
        post(late).expect(200);
        eventually(() -> assertThat(pending()).isZero());
        assertThat(payments.find(order.id()).orElseThrow().charged().status()).isEqualTo(ChargeStatus.SUCCEEDED);
        OrderEvents later = placed("20");
        pay(later, "tok_visa").expect(201);
        eventually(() -> assertThat(created(later)).hasSize(1));
        eventually(() -> assertThat(created(order)).hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2019-05-16", "2030-01-01.unheardof"})
    void anEventOfAnotherApiVersionIsProcessed(String version) {
        OrderEvents order = placed("20");
        payByMethod(order, "pm_card_threeDSecure2Required").expect(202);
        stripe.sendNoWebhooks();
        authenticate(order, "pass");
        post(event("payment_intent.succeeded", intent(order).id(), version)).expect(200);
        awaitStatus(order, ChargeStatus.SUCCEEDED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"customer.created", "something.unheard.of"})
    void anEventOfAnotherTypeIsAcceptedAndIgnored(String type) {
        post(event(type, "cus_1", "2026-07-29.dahlia")).expect(200);
        eventually(() -> assertThat(pending()).isZero());
    }

    @Test
    void anEventThatAlwaysFailsIsPostponedAndDoesNotBlockLaterOnes() {
        String unreadable = SignedIn.newId();
        mongo.getCollection("payments")
                .insertOne(new Document("_id", unreadable)
                        .append("charge", new Document("intentId", "pi_" + unreadable).append("status", "PLANTED")));
        post(event("payment_intent.succeeded", "pi_" + unreadable, "2026-07-29.dahlia"))
                .expect(200);

        OrderEvents order = placed("20");
        payByMethod(order, "pm_card_threeDSecure2Required").expect(202);
        authenticate(order, "pass");
        awaitStatus(order, ChargeStatus.SUCCEEDED);
        eventually(() -> assertThat(pending()).isEqualTo(1));
        assertThat(failing()).isEqualTo(1);

        mongo.getCollection("payments").deleteOne(new Document("_id", unreadable));
        mongo.getCollection("stripeEvents")
                .updateOne(
                        new Document("intentId", "pi_" + unreadable),
                        new Document("$set", new Document("nextAttemptAt", Date.from(Instant.now()))));
        eventually(() -> assertThat(pending()).isZero());
        assertThat(failing()).isZero();
    }

    @Test
    void aWebhookNeedsNoCookieAndMayComeFromAnotherSite() {
        String event = event("customer.created", "cus_1", "2026-07-29.dahlia");
        api.with("Origin", "https://stripe.example")
                .with("Stripe-Signature", signature(event, SECRET, Instant.now()))
                .sendText("POST", PATH, "application/json", event)
                .expect(200);
    }

    @Test
    void aWebhookWithAnInvalidSignatureIsRejectedAndCounted() {
        String event = event("payment_intent.succeeded", "pi_1", "2026-07-29.dahlia");
        double before = rejectedCount();
        assertThat(post(event, signature(event, "whsec_other", Instant.now()))
                        .expect(400)
                        .codes())
                .containsExactly("webhook-signature-invalid");
        post(event, signature(event + " ", SECRET, Instant.now())).expect(400);
        post(event, signature(event, SECRET, Instant.now().minus(Duration.ofMinutes(10))))
                .expect(400);
        post(event, "nonsense").expect(400);
        post(event, "t=1,v1=").expect(400);
        api.sendText("POST", PATH, "application/json", event).expect(400);
        api.send("POST", PATH, null).expect(400);
        assertThat(rejectedCount() - before).isEqualTo(7);
        assertThat(mongo.getCollection("stripeEvents").countDocuments(new Document("intentId", "pi_1")))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"t=x,v1=y", "t=,v1=", "t=99999999999999999999,v1=00", "t= 1,v1=0", "t=1=2,v1=1", "t", ",", "="})
    void aMalformedSignatureIsRejected(String signature) {
        assertThat(post("{}", signature).expect(400).codes()).containsExactly("webhook-signature-invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7", "[]", "{}", "{", "{\"id\":1,\"type\":\"x\"}", "{\"id\":\"evt_1\"}"})
    void aSignedBodyThatIsNotAnEventIsRejected(String body) {
        post(body).expect(400).errors();
    }

    private double rejectedCount() {
        return meters.get("payments.webhooks.rejected").counter().count();
    }

    private double failing() {
        return gauge("payments.webhooks.failing");
    }

    private long pending() {
        return mongo.getCollection("stripeEvents").countDocuments(new Document("pending", true));
    }

    private ApiResponse post(String body) {
        return post(body, signature(body, SECRET, Instant.now()));
    }

    private ApiResponse post(String body, String signature) {
        return api.with("Stripe-Signature", signature).sendText("POST", PATH, "application/json", body);
    }

    private static String event(String type, String objectId, String apiVersion) {
        String object = objectId.startsWith("pi_") ? "payment_intent" : "customer";
        return ("{'id':'evt_" + SignedIn.newId() + "','object':'event','api_version':'" + apiVersion + "','type':'"
                        + type + "','data':{'object':{'id':'" + objectId + "','object':'" + object + "'}}}")
                .replace('\'', '"');
    }

    private static String signature(String body, String secret, Instant at) {
        try {
            long seconds = at.getEpochSecond();
            return "t=" + seconds + ",v1=" + Webhook.Util.computeHmacSha256(secret, seconds + "." + body);
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
