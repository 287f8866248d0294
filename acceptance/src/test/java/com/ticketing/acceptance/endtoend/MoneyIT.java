package com.ticketing.acceptance.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ticketing.acceptance.invariants.Checker;
import com.ticketing.acceptance.invariants.Finding;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Money under every fault at every moment, through the started suite: however a payment is met, its order ends paid once,
 * or given back once, and both sides' books agree.
 */
class MoneyIT {

    static final Duration READ_TIMEOUT = Duration.ofSeconds(3);

    private static final Duration LEASE = Duration.ofSeconds(15);

    /** Longer than anybody waits here. */
    private static final long STALL_MILLIS = 12_000;

    private static final int ROUNDS = 12;

    private static final Map<String, String> SETTINGS = Map.of(
            "STRIPE_READ_TIMEOUT", READ_TIMEOUT.toString(),
            "STRIPE_PATIENCE", "PT6S",
            "PAYMENTS_LEASE", LEASE.toString(),
            "PAYMENTS_PATIENCE", "PT3S",
            "PAYMENTS_FIRST_CHECK", "PT0.5S",
            "PAYMENTS_LONGEST_PAUSE", "PT2S",
            "MESSAGING_ACK_WAIT", "PT3S");

    /** The requests of a payment that change something at Stripe, by their idempotency keys. */
    private static final Map<String, String> REQUESTS = Map.of(
            "create", "order-%s",
            "method", "order-%s-attempt-1-method",
            "confirm", "order-%s-attempt-1",
            "refund", "order-%s-refund");

    @TempDir
    static @Nullable Path folder;

    private static final Logger log = LoggerFactory.getLogger(MoneyIT.class);

    private static @Nullable RunningSuite started;
    private static @Nullable StandIn standIn;
    private static String sellersSession = "";
    private static String buyersSession = "";

    @BeforeAll
    static void startTheSuite() {
        started = RunningSuite.launch(data(), SETTINGS, "--replicas", "2");
        started.awaitReady();
        standIn = new StandIn(started);
        sellersSession = signUp();
        buyersSession = signUp();
    }

    @AfterAll
    static void endTheSuite() {
        suite().close();
    }

    @TestFactory
    Stream<DynamicTest> everyFaultOfEveryRequest() {
        stripe().holdWebhooks();
        ExecutorService threads =
                Executors.newFixedThreadPool(16, Thread.ofVirtual().factory());
        List<DynamicTest> cells = new ArrayList<>();
        for (Mishap mishap : Mishap.values()) {
            REQUESTS.forEach((request, key) -> {
                cells.add(cell(threads, mishap + " at " + request, order -> meet(key, order, mishap::once)));
                cells.add(cell(
                        threads, mishap + " again and again at " + request, order -> meet(key, order, mishap::again)));
            });
            cells.add(cell(
                    threads,
                    mishap + " at confirm, while the order is cancelled",
                    order -> cancelMeanwhile(order, mishap)));
        }
        cells.add(DynamicTest.dynamicTest("both sides' books agree, webhooks late, twice and backwards", () -> {
            threads.shutdown();
            stripe().releaseWebhooksTwiceAndBackwards();
            assertBooksAgree();
        }));
        return cells.stream();
    }

    @Test
    void bothProcessesKilledAtEveryMoment() throws Exception {
        List<Stalled> purchases = stallAtEveryMoment(suite().api());
        for (String replica : List.of("payments-1", "payments-2")) {
            RunningSuite.send("KILL", suite().pidOf(replica));
        }

        assertAllEndWell(purchases, suite().api());
        assertBooksAgree();
    }

    @Test
    void oneProcessPausedAtEveryMomentForLongerThanItsClaimsLast() throws Exception {
        List<Stalled> purchases = stallAtEveryMoment(payments("payments-2"));
        long paused = suite().pidOf("payments-2");
        RunningSuite.send("STOP", paused);
        try {
            // A person is let in again only when the other's claim is over.
            assertAllEndWell(purchases, payments("payments-1"));
        } finally {
            RunningSuite.send("CONT", paused);
        }

        // What it was about to do, it does now, and too late.
        await().atMost(RunningSuite.EVENTUALLY)
                .untilAsserted(
                        () -> payments("payments-2").get("/api/payments/config").expect(200));
        assertAllEndWell(purchases, payments("payments-2"));
        assertBooksAgree();
    }

    @Test
    void aPersonAnswersTheirBankInTheBrowser() {
        Purchase purchase = Purchase.place(seller(), buyer(), "3-D Secure");
        String page = buyer().get("/api/payments/config")
                .expect(200)
                .json()
                .path("confirmPage")
                .asString();
        Map<String, String> card =
                Map.of("orderId", purchase.orderId(), "paymentMethodId", "pm_card_threeDSecure2Required");
        JsonNode asked = await().atMost(RunningSuite.EVENTUALLY)
                .until(() -> buyer().post("/api/payments", card), answer -> answer.status() == 202)
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
        await().atMost(RunningSuite.EVENTUALLY).until(() -> purchase.status().equals("complete"));
        assertThat(stripe().charges(purchase.orderId())).isEqualTo(1);
        buyer().get("/v1/payment_intents").expect(404);
    }

    private record Stalled(Moment moment, Purchase purchase) {}

    private interface Fate {
        void run(Purchase purchase);
    }

    private interface Fault {
        String under(String key);
    }

    private static DynamicTest cell(ExecutorService threads, String name, Fate fate) {
        CompletableFuture<Void> run =
                CompletableFuture.runAsync(() -> fate.run(Purchase.place(seller(), buyer(), name)), threads);
        return DynamicTest.dynamicTest(name, run::join);
    }

    private static void meet(String key, Purchase purchase, Fault fault) {
        boolean refund = key.endsWith("refund");
        if (refund) {
            purchase.payUntilComplete(buyer());
        }
        stripe().goWrong(fault.under(key.formatted(purchase.orderId())));
        if (refund) {
            purchase.refundUntilRefunded(seller());
            assertGivenBackOnce(purchase);
        } else {
            purchase.payUntilComplete(buyer());
            assertThat(stripe().charges(purchase.orderId())).isEqualTo(1);
        }
    }

    /** Whichever comes first stands: the order is complete, or what was taken goes back. */
    private static void cancelMeanwhile(Purchase purchase, Mishap mishap) {
        stripe().goWrong(mishap.again(
                Objects.requireNonNull(REQUESTS.get("confirm")).formatted(purchase.orderId())));
        CompletableFuture<ApiResponse> answer = CompletableFuture.supplyAsync(() -> purchase.payOnceKnown(buyer()));
        purchase.insist(() -> stripe().intent(purchase.orderId()).isPresent());
        purchase.cancel();
        answer.join();
        purchase.insist(() -> isSettled(purchase));
    }

    private static boolean isSettled(Purchase purchase) {
        String orderId = purchase.orderId();
        String intent = stripe().intent(orderId).orElseThrow().path("status").asString();
        return switch (purchase.status()) {
            case "complete" ->
                intent.equals("succeeded") && stripe().refunds(orderId).isEmpty();
            case "cancelled" ->
                intent.equals("canceled")
                        || (purchase.order().has("refund")
                                && stripe().refunds(orderId).size() == 1);
            default -> false;
        };
    }

    /** A purchase in each moment, all at once, kept there by the stand-in. */
    private static List<Stalled> stallAtEveryMoment(Api payments) {
        List<Stalled> all = new ArrayList<>();
        for (int round = 1; round <= ROUNDS; round++) {
            List<Stalled> purchases = begin(payments);
            all.addAll(purchases);
            if (areAllThere(purchases)) {
                return all;
            }
        }
        throw new AssertionError("In none of the rounds all purchases were in their moments at once");
    }

    private static List<Stalled> begin(Api payments) {
        try (PaymentsDatabase database = new PaymentsDatabase(suite())) {
            List<Stalled> purchases = new ArrayList<>();
            for (Moment moment : Moment.values()) {
                Purchase purchase = Purchase.place(seller(), buyer(), moment.name());
                // Payments has heard of it, so that all of them begin at once.
                purchase.insist(() -> database.payment(purchase.orderId()).isPresent());
                if (moment.isRefund()) {
                    purchase.payUntilComplete(buyer());
                }
                stripe().goWrong(moment.hold(purchase.orderId(), STALL_MILLIS));
                purchases.add(new Stalled(moment, purchase));
            }
            purchases.forEach(it -> Thread.startVirtualThread(() -> act(it.moment(), it.purchase(), payments)));
            return purchases;
        }
    }

    /** False if one had left its moment when another came to its own: on a busy machine they may miss each other. */
    private static boolean areAllThere(List<Stalled> purchases) {
        try (PaymentsDatabase database = new PaymentsDatabase(suite())) {
            await().atMost(Duration.ofMillis(STALL_MILLIS))
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> purchases.stream().allMatch(it -> isAt(it.moment(), it.purchase(), database)));
            return true;
        } catch (ConditionTimeoutException e) {
            log.debug("Missed", e);
            return false;
        }
    }

    private static boolean isAt(Moment moment, Purchase purchase, PaymentsDatabase database) {
        String orderId = purchase.orderId();
        return moment.isReached(orderId, database.payment(orderId).orElseThrow(), stripe());
    }

    /** What becomes of the answer does not matter: whoever is to give it may be killed. */
    private static void act(Moment moment, Purchase purchase, Api payments) {
        try {
            if (moment.isRefund()) {
                purchase.refund(payments.as(sellersSession));
            } else {
                purchase.pay(payments.as(buyersSession));
            }
        } catch (UncheckedIOException cut) {
            log.debug("Nobody answered in the moment {}", moment, cut);
        }
    }

    private static void assertAllEndWell(List<Stalled> purchases, Api payments) {
        for (Stalled stalled : purchases) {
            Purchase purchase = stalled.purchase();
            if (stalled.moment().isRefund()) {
                purchase.refundUntilRefunded(payments.as(sellersSession));
                assertGivenBackOnce(purchase);
            } else {
                purchase.payUntilComplete(payments.as(buyersSession));
                assertThat(stripe().charges(purchase.orderId()))
                        .as(stalled.moment().name())
                        .isEqualTo(1);
            }
        }
    }

    private static void assertGivenBackOnce(Purchase purchase) {
        assertThat(stripe().charges(purchase.orderId())).isEqualTo(1);
        assertThat(stripe().refunds(purchase.orderId())).hasSize(1);
    }

    private static void assertBooksAgree() throws Exception {
        List<Finding> findings = new Checker(com.ticketing.acceptance.invariants.RunningSuite.on(data()), StandIn.KEY)
                .check(RunningSuite.EVENTUALLY);
        assertThat(findings)
                .as(() -> findings.stream().map(Finding::report).toList().toString())
                .isNotEmpty()
                .allMatch(Finding::holds);
    }

    /** One process of payments, past the gateway. */
    private static Api payments(String replica) {
        return new Api("http://127.0.0.1:" + suite().portOf(replica));
    }

    private static String signUp() {
        String email = UUID.randomUUID() + "@example.com";
        return suite().api()
                .post("/api/users/signup", Map.of("email", email, "password", "a good password"))
                .expect(201)
                .session();
    }

    private static Api seller() {
        return suite().api().as(sellersSession);
    }

    private static Api buyer() {
        return suite().api().as(buyersSession);
    }

    private static Path data() {
        return Objects.requireNonNull(folder).resolve("data");
    }

    private static RunningSuite suite() {
        return Objects.requireNonNull(started);
    }

    private static StandIn stripe() {
        return Objects.requireNonNull(standIn);
    }
}
