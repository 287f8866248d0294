package com.ticketing.payments;

import static com.ticketing.testsupport.Eventually.await;
import static com.ticketing.testsupport.Eventually.eventually;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.events.Event;
import com.ticketing.common.events.EventJson;
import com.ticketing.common.events.PaymentCreated;
import com.ticketing.common.events.PaymentDisputed;
import com.ticketing.common.events.PaymentRefunded;
import com.ticketing.common.events.Subject;
import com.ticketing.payments.payment.ChargeStatus;
import com.ticketing.payments.payment.Payment;
import com.ticketing.payments.payment.Payments;
import com.ticketing.servicetest.Channels;
import com.ticketing.stripe.StripeStandIn;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import com.ticketing.testsupport.ClockReset;
import com.ticketing.testsupport.MovableClock;
import com.ticketing.testsupport.ServiceTest;
import com.ticketing.testsupport.SignedIn;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/**
 * Runs the service with a real broker, a database and a stand-in for Stripe.
 *
 * <p>The timeouts of calls that succeed are long, so that a busy machine does not make them fail. The clock is reset
 * after each test.
 */
@ServiceTest(
        properties = {
            "stripe.key=sk_test_stand_in",
            "stripe.publishable-key=pk_test_stand_in",
            "stripe.webhook-secret=whsec_test",
            "stripe.read-timeout=PT1M",
            "stripe.patience=PT0.5S",
            "payments.patience=PT1M",
            "payments.sweep-interval=PT0.05S",
            "payments.first-check=PT0.05S",
            "payments.longest-pause=PT0.5S",
            "outbox.sweep-interval=PT0.5S"
        })
@Import({StandInConfiguration.class, MovableClock.class})
@ExtendWith(ClockReset.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class PaymentsServiceTest {

    @Autowired
    protected StripeStandIn stripe;

    @Autowired
    protected Api api;

    @Autowired
    protected Payments payments;

    @Autowired
    protected Environment environment;

    @Autowired
    protected MeterRegistry meters;

    protected Channels channels;

    @BeforeAll
    void connect() throws Exception {
        channels = new Channels(environment);
        // subscribes now, so that a test can assert that nothing was published
        channels.received(Subject.PAYMENT_CREATED);
        channels.received(Subject.PAYMENT_REFUNDED);
        channels.received(Subject.PAYMENT_DISPUTED);
    }

    @AfterAll
    void disconnect() throws Exception {
        channels.close();
    }

    @AfterEach
    void clearFaults() {
        stripe.clearFaults();
    }

    /** Publishes an order, and waits until the service has applied it. */
    protected OrderEvents placed(String price) {
        return placed(OrderEvents.priced(price));
    }

    protected OrderEvents placed(OrderEvents order) {
        channels.publish(order.created());
        awaitPayment(order, payment -> payment.order().buyerId() != null);
        return order;
    }

    protected void awaitPayment(OrderEvents order, Predicate<Payment> condition) {
        eventually(() -> assertThat(payments.find(order.id())).get().matches(condition));
    }

    protected void awaitStatus(OrderEvents order, ChargeStatus status) {
        awaitPayment(
                order, payment -> payment.charge() != null && payment.charge().status() == status);
    }

    protected ApiResponse pay(OrderEvents order, String token) {
        return as(order.buyer()).post("/api/payments", Map.of("token", token, "orderId", order.id()));
    }

    /** Pays on a thread of its own. The common pool may have a single worker, which can be busy. */
    protected CompletableFuture<ApiResponse> payAsync(OrderEvents order, String token) {
        return CompletableFuture.supplyAsync(() -> pay(order, token), Thread::startVirtualThread);
    }

    protected ApiResponse payByMethod(OrderEvents order, String method) {
        return as(order.buyer()).post("/api/payments", Map.of("paymentMethodId", method, "orderId", order.id()));
    }

    protected Api as(String personId) {
        return api.as(SignedIn.as(personId, "buyer@test.com"));
    }

    protected List<StripeStandIn.Intent> intents(OrderEvents order) {
        return stripe.paymentIntents().stream()
                .filter(intent -> order.id().equals(intent.metadata().get("orderId")))
                .toList();
    }

    protected StripeStandIn.Intent intent(OrderEvents order) {
        assertThat(intents(order)).hasSize(1);
        return intents(order).getFirst();
    }

    protected List<StripeStandIn.Charge> charges(OrderEvents order) {
        List<String> ids = intentIds(order);
        return stripe.charges().stream()
                .filter(charge -> ids.contains(charge.paymentIntent()))
                .toList();
    }

    protected List<StripeStandIn.Refund> refunds(OrderEvents order) {
        List<String> ids = intentIds(order);
        return stripe.refunds().stream()
                .filter(refund -> ids.contains(refund.paymentIntent()))
                .toList();
    }

    private List<String> intentIds(OrderEvents order) {
        return intents(order).stream().map(StripeStandIn.Intent::id).toList();
    }

    protected List<StripeStandIn.Request> requests(OrderEvents order, String pathPart) {
        return stripe.requests().stream()
                .filter(request -> request.idempotencyKey() != null
                        && request.idempotencyKey().contains(order.id()))
                .filter(request -> request.path().contains(pathPart))
                .toList();
    }

    /** Answers the bank's page as the buyer does. */
    protected void authenticate(OrderEvents order, String result) {
        new Api(stripe.baseUrl())
                .sendText(
                        "POST",
                        "/_stand-in/payment_intents/" + intent(order).id() + "/authenticate",
                        "application/x-www-form-urlencoded",
                        "result=" + result + "&client_secret=" + intent(order).clientSecret())
                .expect(200);
    }

    /** Sends a request as another client of the same Stripe account. */
    protected void postToStripe(String path, String form) {
        String credentials = Base64.getEncoder().encodeToString("sk_test_stand_in:".getBytes(UTF_8));
        new Api(stripe.baseUrl())
                .with("Authorization", "Basic " + credentials)
                .sendText("POST", path, "application/x-www-form-urlencoded", form)
                .expect(200);
    }

    /** Returns the value of the gauge as soon as it is known: without a connection to the database it is NaN. */
    protected double gauge(String name) {
        return await().until(() -> meters.get(name).gauge().value(), value -> !Double.isNaN(value));
    }

    /** Returns the messages of one of the subjects of payments as they are on the wire. */
    protected List<String> messages(Subject subject) {
        return channels.received(subject).stream().map(Channels.Received::text).toList();
    }

    protected List<PaymentCreated> created(OrderEvents order) {
        return allCreated().stream()
                .filter(event -> event.orderId().equals(order.id()))
                .toList();
    }

    protected List<PaymentRefunded> refunded(OrderEvents order) {
        return allRefunded().stream()
                .filter(event -> event.orderId().equals(order.id()))
                .toList();
    }

    /** Awaits the refund of another order, whose event follows those that the service has stored before. */
    protected void awaitLaterRefund() {
        OrderEvents later = placed("20");
        pay(later, "tok_visa").expect(201);
        channels.publish(later.cancelled());
        eventually(() -> assertThat(refunded(later)).hasSize(1));
    }

    protected List<PaymentDisputed> disputed(OrderEvents order) {
        return events(PaymentDisputed.class).stream()
                .filter(event -> event.orderId().equals(order.id()))
                .toList();
    }

    protected List<PaymentCreated> allCreated() {
        return events(PaymentCreated.class);
    }

    protected List<PaymentRefunded> allRefunded() {
        return events(PaymentRefunded.class);
    }

    private <E extends Event> List<E> events(Class<E> type) {
        return messages(Subject.of(type)).stream()
                .map(json -> EventJson.read(type, json))
                .toList();
    }
}
