package com.ticketing.payments;

import static com.ticketing.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ticketing.common.events.PaymentCreated;
import com.ticketing.common.events.PaymentRefunded;
import com.ticketing.payments.payment.Charge;
import com.ticketing.payments.payment.ChargeStatus;
import com.ticketing.payments.payment.Payment;
import com.ticketing.payments.payment.Refund;
import com.ticketing.payments.reconciliation.ReconciliationTrigger;
import com.ticketing.stripe.Fault;
import com.ticketing.stripe.StripeStandIn;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/**
 * Plays random payments, with order events in random orderings and faults at random moments. {@code TEST_SEED} repeats
 * a run.
 */
@TestPropertySource(
        properties = {
            "management.token=for-operators-only",
            "payments.sweep-interval=PT0.2S",
            "stripe.read-timeout=PT1S"
        })
class PaymentMessageOrderingsIT extends PaymentsServiceTest {

    private static final Logger log = LoggerFactory.getLogger(PaymentMessageOrderingsIT.class);
    private static final int PAYMENTS = Integer.getInteger("orderings.payments", 300);
    private static final int MAX_CONCURRENT = 16;
    private static final List<String> TOKENS =
            List.of("tok_visa", "tok_mastercard", "tok_chargeDeclined", "tok_chargeDeclinedInsufficientFunds");
    private static final List<String> PATHS =
            List.of("/payment_methods", "/payment_intents", "/confirm", "/cancel", "/refunds", "/v1");

    /** The saved error of a creation leaves a second PaymentIntent, which is a difference between the ledgers. */
    private static final List<String> PATHS_AFTER_CREATION =
            List.of("/payment_methods", "/confirm", "/cancel", "/refunds");

    @Autowired
    ReconciliationTrigger trigger;

    private final long seed = Long.parseLong(System.getenv().getOrDefault("TEST_SEED", "" + System.nanoTime()));

    @Test
    void randomPaymentsWithFaultsEndWithEqualLedgers() throws Exception {
        List<OrderEvents> orders = new ArrayList<>();
        List<Future<?>> played = new ArrayList<>();
        Semaphore permits = new Semaphore(MAX_CONCURRENT);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < PAYMENTS; i++) {
                OrderEvents order = OrderEvents.priced(BigDecimal.valueOf(new Random(seed + i).nextInt(50, 99_999), 2)
                        .toPlainString());
                orders.add(order);
                Random random = new Random(seed + i);
                permits.acquire();
                played.add(threads.submit(() -> {
                    try {
                        play(order, random);
                    } finally {
                        permits.release();
                    }
                }));
            }
        }
        for (Future<?> one : played) {
            one.get();
        }
        stripe.clearFaults();
        Map<String, Payment> ended = new HashMap<>();
        await().atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> {
                    for (OrderEvents order : orders) {
                        if (!ended.containsKey(order.id())) {
                            Payment payment = payments.find(order.id()).orElseThrow();
                            assertThat(isEnded(payment))
                                    .as("seed %s, order %s", seed, order.id())
                                    .isTrue();
                            ended.put(order.id(), payment);
                        }
                    }
                });
        assertStripeAgrees(ended);
        assertEventsWerePublished(ended);
        assertThat(report().path("differences")).as("seed %s", seed).isEmpty();
    }

    private void play(OrderEvents order, Random random) {
        boolean cancelled = random.nextInt(20) == 0;
        if (cancelled) {
            channels.publish(order.cancelled());
        }
        channels.publish(order.created());
        awaitPayment(order, payment -> payment.order().price() != null);
        for (int step = random.nextInt(4); step >= 0; step--) {
            if (random.nextInt(4) == 0) {
                stripe.inject(fault(random));
            }
            switch (random.nextInt(9)) {
                case 0 -> payAtBank(order, random);
                case 1 -> payTwiceAtOnce(order, random);
                case 2 -> {
                    channels.publish(order.cancelled());
                    cancelled = true;
                }
                case 3 -> refund(order);
                case 4 -> failRefund(order);
                default -> pay(order, token(random));
            }
        }
        boolean paid = payments.find(order.id()).orElseThrow().isPaid();
        if (!cancelled) {
            channels.publish(paid ? order.completed() : order.cancelled());
        }
    }

    private void payAtBank(OrderEvents order, Random random) {
        ApiResponse answer = payByMethod(order, "pm_card_threeDSecure2Required");
        if (answer.status() == 202 && answer.json().has("clientSecret") && random.nextBoolean()) {
            String id = intent(order).id();
            String result = random.nextBoolean() ? "pass" : "fail";
            atBank(
                    id,
                    "result=" + result + "&client_secret="
                            + answer.json().path("clientSecret").asString());
        }
    }

    /** May fail, as it may for a buyer: the order is cancelled meanwhile, or a fault hits the request. */
    private void atBank(String intentId, String form) {
        try {
            ApiResponse answer = new Api(stripe.baseUrl())
                    .sendText(
                            "POST",
                            "/_stand-in/payment_intents/" + intentId + "/authenticate",
                            "application/x-www-form-urlencoded",
                            form);
            log.debug("Authentication sent: status={}", answer.status());
        } catch (UncheckedIOException e) {
            log.debug("Authentication failed", e);
        }
    }

    private void payTwiceAtOnce(OrderEvents order, Random random) {
        String one = token(random);
        String other = token(random);
        CompletableFuture<ApiResponse> first = payAsync(order, one);
        pay(order, other);
        first.join();
    }

    private void refund(OrderEvents order) {
        Payment payment = payments.find(order.id()).orElseThrow();
        if (payment.isPaid()) {
            as(order.seller())
                    .post("/api/payments/" + payment.charged().paymentId() + "/refund", Map.of())
                    .expect(200);
        }
    }

    /** Makes the refund fail at the bank, and reconciles as the webhook for it would. */
    private void failRefund(OrderEvents order) {
        Payment payment = payments.find(order.id()).orElseThrow();
        Refund refund = payment.refund();
        String made = refund == null ? null : refund.stripeId();
        if (made != null) {
            stripe.failRefund(made);
            trigger.reconcileSoon(payment.intentId());
        }
    }

    private static String token(Random random) {
        return TOKENS.get(random.nextInt(TOKENS.size()));
    }

    private static Fault fault(Random random) {
        int times = 1 + random.nextInt(6);
        return switch (random.nextInt(6)) {
            case 0 -> Fault.answerLost().times(times).on(anyOf(PATHS, random));
            case 1 -> Fault.answerLate(Duration.ofMillis(1200)).times(times).on(anyOf(PATHS, random));
            case 2 -> Fault.status(429).times(times).on(anyOf(PATHS, random));
            case 3 -> Fault.status(500).times(times).on(anyOf(PATHS, random));
            case 4 -> Fault.savedStatus(500).on(anyOf(PATHS, random));
            default -> Fault.savedStatusAfterExecution(500).on(anyOf(PATHS_AFTER_CREATION, random));
        };
    }

    private static String anyOf(List<String> paths, Random random) {
        return paths.get(random.nextInt(paths.size()));
    }

    private static boolean isEnded(Payment payment) {
        if (payment.order().version() < 1) {
            // the event that ends the order is not applied yet
            return false;
        }
        Charge charge = payment.charge();
        if (charge == null) {
            return true;
        }
        boolean refunded =
                charge.status() == ChargeStatus.REFUNDED || !payment.order().isCancelled();
        return charge.status() == ChargeStatus.CANCELLED
                || (charge.status() == ChargeStatus.REFUNDED && !payment.isCheckDue(Instant.MAX))
                || (charge.status() == ChargeStatus.SUCCEEDED && refunded && !payment.isRefundPending())
                || (charge.intentId() == null && charge.status() == ChargeStatus.DECLINED);
    }

    private void assertStripeAgrees(Map<String, Payment> ended) {
        assertThat(ended.values().stream()
                        .filter(payment -> payment.charge() != null)
                        .map(payment -> payment.charged().status()))
                .as("final states that were reached")
                .contains(ChargeStatus.SUCCEEDED, ChargeStatus.REFUNDED, ChargeStatus.CANCELLED);
        Map<String, StripeStandIn.Intent> intents = stripe.paymentIntents().stream()
                .filter(intent -> ended.containsKey(intent.metadata().get("orderId")))
                .collect(Collectors.toMap(intent -> intent.metadata().get("orderId"), intent -> intent));
        Map<String, List<StripeStandIn.Charge>> charges =
                stripe.charges().stream().collect(Collectors.groupingBy(StripeStandIn.Charge::paymentIntent));
        ended.forEach((orderId, payment) -> {
            StripeStandIn.Intent intent = intents.get(orderId);
            List<StripeStandIn.Charge> taken =
                    intent == null ? List.of() : charges.getOrDefault(intent.id(), List.of());
            assertThat(taken).as("seed %s, order %s", seed, orderId).hasSize(payment.isPaid() ? 1 : 0);
            if (payment.isPaid()) {
                boolean refunded = payment.charged().status() == ChargeStatus.REFUNDED;
                assertThat(taken.getFirst().refunded()).isEqualTo(refunded);
                assertThat(taken.getFirst().amount())
                        .isEqualTo(payment.charged().amount());
            }
        });
    }

    private void assertEventsWerePublished(Map<String, Payment> ended) {
        Set<String> paid = ids(ended, ChargeStatus.SUCCEEDED, ChargeStatus.REFUNDED);
        Set<String> refunded = ids(ended, ChargeStatus.REFUNDED);
        eventually(() -> assertThat(createdOrders()).containsAll(paid));
        eventually(() -> assertThat(refundedOrders()).containsAll(refunded));
        assertThat(createdOrders()).isEqualTo(paid);
        assertThat(refundedOrders()).isEqualTo(refunded);
    }

    private Set<String> createdOrders() {
        return allCreated().stream().map(PaymentCreated::orderId).collect(Collectors.toSet());
    }

    private Set<String> refundedOrders() {
        return allRefunded().stream().map(PaymentRefunded::orderId).collect(Collectors.toSet());
    }

    private static Set<String> ids(Map<String, Payment> ended, ChargeStatus... statuses) {
        return ended.values().stream()
                .filter(payment -> payment.charge() != null
                        && List.of(statuses).contains(payment.charge().status()))
                .map(Payment::id)
                .collect(Collectors.toSet());
    }

    private JsonNode report() {
        return new Api("http://localhost:" + environment.getRequiredProperty("local.management.port"))
                .with("Authorization", "Bearer for-operators-only")
                .get("/actuator/reconciliation?from=" + Instant.EPOCH + "&to="
                        + Instant.now().plusSeconds(1))
                .expect(200)
                .json();
    }
}
