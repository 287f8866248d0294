package com.ticketing.acceptance.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ticketing.acceptance.invariants.Checker;
import com.ticketing.acceptance.invariants.Finding;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Tests payments under every fault at every stage, through the whole suite: every order is charged once, or refunded
 * once, and Stripe's records equal those of payments.
 */
class PaymentFaultsIT {

    static final Duration READ_TIMEOUT = Duration.ofSeconds(3);

    private static final Duration LEASE = Duration.ofSeconds(15);

    /** Longer than every timeout of these settings. */
    private static final long STALL_MILLIS = 12_000;

    private static final int ROUNDS = 12;

    private static final Map<String, String> SETTINGS = Map.of(
            "STRIPE_READ_TIMEOUT", READ_TIMEOUT.toString(),
            "STRIPE_PATIENCE", "PT6S",
            "PAYMENTS_LEASE", LEASE.toString(),
            "PAYMENTS_PATIENCE", "PT3S",
            "PAYMENTS_FIRST_CHECK", "PT0.5S",
            "PAYMENTS_LONGEST_PAUSE", "PT2S",
            "MESSAGING_ACK_WAIT", "PT3S",
            // one buyer places and pays the orders of all scenarios of a test
            "ORDERS_MAX_ACTIVE", "0",
            "PAYMENTS_ATTEMPTS_PER_HOUR", "10000",
            "PAYMENTS_ATTEMPTS_PER_ORDER", "1000");

    @TempDir
    static @Nullable Path folder;

    private static final Logger log = LoggerFactory.getLogger(PaymentFaultsIT.class);

    private static @Nullable UpProcess started;
    private static @Nullable StripeStandInClient standIn;
    private static String sellersSession = "";
    private static String buyersSession = "";

    @BeforeAll
    static void startSuite() {
        started = UpProcess.start(data(), SETTINGS, "--replicas", "2");
        standIn = new StripeStandInClient(started);
    }

    /** On a busy machine, all tests together last longer than a session's token. */
    @BeforeEach
    void signUpSellerAndBuyer() {
        sellersSession = signUp();
        buyersSession = signUp();
    }

    @AfterAll
    static void stopSuite() {
        up().close();
    }

    @TestFactory
    Stream<DynamicTest> everyFaultOfEveryRequest() {
        stripe().holdWebhooks();
        ExecutorService threads =
                Executors.newFixedThreadPool(16, Thread.ofVirtual().factory());
        List<DynamicTest> tests = new ArrayList<>();
        for (StripeFault fault : StripeFault.values()) {
            for (StripeRequest request : StripeRequest.values()) {
                tests.add(test(threads, fault + " at " + request, order -> payUnderFault(request, order, fault::once)));
                tests.add(test(
                        threads,
                        fault + " repeatedly at " + request,
                        order -> payUnderFault(request, order, fault::repeatedly)));
            }
            tests.add(test(
                    threads,
                    fault + " at CONFIRM, while the order is being cancelled",
                    order -> cancelDuringPayment(order, fault)));
        }
        tests.add(DynamicTest.dynamicTest("the records agree after late, duplicate and reordered webhooks", () -> {
            threads.shutdown();
            stripe().releaseWebhooksTwiceInReverse();
            assertRecordsAgree();
        }));
        return tests.stream();
    }

    @Test
    void bothReplicasKilledAtEveryStage() throws Exception {
        List<Stalled> purchases = stallAtEveryStage(up().api());
        for (String replica : List.of("payments-1", "payments-2")) {
            UpProcess.signal("KILL", up().processNamed(replica).pid());
        }

        assertAllEndWell(purchases, up().api());
        assertRecordsAgree();
    }

    @Test
    void oneReplicaPausedAtEveryStageForLongerThanItsLease() throws Exception {
        List<Stalled> purchases = stallAtEveryStage(payments("payments-2"));
        long paused = up().processNamed("payments-2").pid();
        UpProcess.signal("STOP", paused);
        try {
            // The other replica's lease must expire first.
            assertAllEndWell(purchases, payments("payments-1"));
        } finally {
            UpProcess.signal("CONT", paused);
        }

        // The paused replica now continues, too late.
        await().atMost(UpProcess.TIMEOUT)
                .untilAsserted(
                        () -> payments("payments-2").get("/api/payments/config").expect(200));
        assertAllEndWell(purchases, payments("payments-2"));
        assertRecordsAgree();
    }

    @Test
    void aBuyerAuthenticatesAtTheBank() {
        Purchase purchase = Purchase.place(seller(), buyer(), "3-D Secure");
        String page = buyer().get("/api/payments/config")
                .expect(200)
                .json()
                .path("confirmPage")
                .asString();
        Map<String, String> card =
                Map.of("orderId", purchase.orderId(), "paymentMethodId", "pm_card_threeDSecure2Required");
        JsonNode asked = await().atMost(UpProcess.TIMEOUT)
                .until(
                        () -> buyer().post("/api/payments", card),
                        answer -> answer.status() == 202 && answer.json().hasNonNull("clientSecret"))
                .json();
        String parameters =
                "client_secret=" + asked.path("clientSecret").asString() + "&return_url=/orders/" + purchase.orderId();
        assertThat(buyer().get(page + "?" + parameters).expect(200).text()).contains("19.99 USD");
        assertThat(stripe().charges(purchase.orderId())).isZero();

        ApiResponse back = buyer().sendText(
                        "POST", page, "application/x-www-form-urlencoded", parameters + "&result=pass")
                .expect(303);

        assertThat(back.header("Location").orElseThrow())
                .startsWith("/orders/" + purchase.orderId() + "?payment_intent=pi_");
        await().atMost(UpProcess.TIMEOUT).until(() -> purchase.status().equals("complete"));
        assertThat(stripe().charges(purchase.orderId())).isEqualTo(1);
        buyer().get("/v1/payment_intents").expect(404);
    }

    private record Stalled(PaymentStage stage, Purchase purchase) {}

    private interface Scenario {
        void run(Purchase purchase);
    }

    private interface Faults {
        List<String> at(StripeRequest request, String orderId);
    }

    private static DynamicTest test(ExecutorService threads, String name, Scenario scenario) {
        CompletableFuture<Void> run =
                CompletableFuture.runAsync(() -> scenario.run(Purchase.place(seller(), buyer(), name)), threads);
        return DynamicTest.dynamicTest(name, run::join);
    }

    private static void payUnderFault(StripeRequest request, Purchase purchase, Faults faults) {
        boolean refund = request == StripeRequest.REFUND;
        if (refund) {
            purchase.payUntilComplete(buyer());
        }
        faults.at(request, purchase.orderId()).forEach(stripe()::inject);
        if (refund) {
            purchase.refundUntilRefunded(seller());
            assertRefundedOnce(purchase);
        } else {
            purchase.payUntilComplete(buyer());
            assertThat(stripe().charges(purchase.orderId())).isEqualTo(1);
        }
    }

    /** The first of the two decides: the order is complete, or the charge is refunded. */
    private static void cancelDuringPayment(Purchase purchase, StripeFault fault) {
        fault.repeatedly(StripeRequest.CONFIRM, purchase.orderId()).forEach(stripe()::inject);
        CompletableFuture<ApiResponse> answer =
                CompletableFuture.supplyAsync(() -> purchase.payOnceReplicated(buyer()));
        purchase.repeatUntil(() -> stripe().intent(purchase.orderId()).isPresent());
        purchase.cancel();
        answer.join();
        purchase.repeatUntil(() -> isConsistent(purchase));
    }

    private static boolean isConsistent(Purchase purchase) {
        String orderId = purchase.orderId();
        String intent = stripe().intent(orderId).orElseThrow().path("status").asString();
        return switch (purchase.status()) {
            case "complete" ->
                intent.equals("succeeded") && stripe().refunds(orderId).isEmpty();
            case "cancelled" ->
                intent.equals("canceled")
                        || (purchase.hasRefund() && stripe().refunds(orderId).size() == 1);
            default -> false;
        };
    }

    /** Returns a purchase at each stage, all at the same time, kept there by the stand-in. */
    private static List<Stalled> stallAtEveryStage(Api payments) {
        List<Stalled> all = new ArrayList<>();
        for (int round = 1; round <= ROUNDS; round++) {
            List<Stalled> purchases = startAtEveryStage(payments);
            all.addAll(purchases);
            if (reachTheirStages(purchases)) {
                return all;
            }
        }
        throw new AssertionError("In none of the rounds all purchases were at their stages at the same time");
    }

    private static List<Stalled> startAtEveryStage(Api payments) {
        try (PaymentsDatabase database = new PaymentsDatabase(up())) {
            List<Stalled> purchases = new ArrayList<>();
            for (PaymentStage stage : PaymentStage.values()) {
                Purchase purchase = Purchase.place(seller(), buyer(), stage.name());
                // Wait for the replica, so that all purchases start at the same time.
                purchase.repeatUntil(() -> database.payment(purchase.orderId()).isPresent());
                if (stage.isRefund()) {
                    purchase.payUntilComplete(buyer());
                }
                stripe().inject(stage.stall(purchase.orderId(), STALL_MILLIS));
                purchases.add(new Stalled(stage, purchase));
            }
            purchases.forEach(it -> Thread.startVirtualThread(() -> act(it.stage(), it.purchase(), payments)));
            return purchases;
        }
    }

    /** Returns false if one purchase left its stage before another one reached its own, on a busy machine. */
    private static boolean reachTheirStages(List<Stalled> purchases) {
        try (PaymentsDatabase database = new PaymentsDatabase(up())) {
            await().atMost(Duration.ofMillis(STALL_MILLIS))
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> areAtTheirStages(purchases, database));
            return true;
        } catch (ConditionTimeoutException e) {
            log.debug("Not all purchases reached their stages at the same time", e);
            return false;
        }
    }

    private static boolean areAtTheirStages(List<Stalled> purchases, PaymentsDatabase database) {
        List<Document> payments = purchases.stream()
                .map(it -> database.payment(it.purchase().orderId()).orElseThrow())
                .toList();
        StripeStandInClient stripe = stripe().readingOnce();
        return IntStream.range(0, purchases.size()).allMatch(number -> {
            Stalled stalled = purchases.get(number);
            return stalled.stage().isReached(stalled.purchase().orderId(), payments.get(number), stripe);
        });
    }

    /** Ignores a lost connection: the replica may be killed before it responds. */
    private static void act(PaymentStage stage, Purchase purchase, Api payments) {
        try {
            if (stage.isRefund()) {
                purchase.refund(payments.as(sellersSession));
            } else {
                purchase.pay(payments.as(buyersSession));
            }
        } catch (UncheckedIOException cut) {
            log.debug("No response: stage={}", stage, cut);
        }
    }

    private static void assertAllEndWell(List<Stalled> purchases, Api payments) {
        for (Stalled stalled : purchases) {
            Purchase purchase = stalled.purchase();
            if (stalled.stage().isRefund()) {
                purchase.refundUntilRefunded(payments.as(sellersSession));
                assertRefundedOnce(purchase);
            } else {
                purchase.payUntilComplete(payments.as(buyersSession));
                assertThat(stripe().charges(purchase.orderId()))
                        .as(stalled.stage().name())
                        .isEqualTo(1);
            }
        }
    }

    private static void assertRefundedOnce(Purchase purchase) {
        assertThat(stripe().charges(purchase.orderId())).isEqualTo(1);
        assertThat(stripe().refunds(purchase.orderId())).hasSize(1);
    }

    private static void assertRecordsAgree() throws Exception {
        List<Finding> findings =
                new Checker(up().suite(), StripeStandInClient.KEY, Clock.systemUTC()).check(UpProcess.TIMEOUT);
        assertThat(findings)
                .as(() -> findings.stream().map(Finding::report).toList().toString())
                .isNotEmpty()
                .allMatch(Finding::holds);
    }

    /** Returns a client of one replica of payments, past the gateway. */
    private static Api payments(String replica) {
        return new Api(up().processNamed(replica).url());
    }

    private static String signUp() {
        String email = UUID.randomUUID() + "@example.com";
        return up().api()
                .post("/api/users/signup", Map.of("email", email, "password", "a good password"))
                .expect(201)
                .session();
    }

    private static Api seller() {
        return up().api().as(sellersSession);
    }

    private static Api buyer() {
        return up().api().as(buyersSession);
    }

    private static Path data() {
        return Objects.requireNonNull(folder).resolve("data");
    }

    private static UpProcess up() {
        return Objects.requireNonNull(started);
    }

    private static StripeStandInClient stripe() {
        return Objects.requireNonNull(standIn);
    }
}
