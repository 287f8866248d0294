package com.ticketing.payments.charge;

import static com.ticketing.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.quotas.HourlyQuotas;
import com.ticketing.payments.OrderEvents;
import com.ticketing.payments.PaymentError;
import com.ticketing.payments.PaymentsServiceTest;
import com.ticketing.payments.payment.Charge;
import com.ticketing.payments.payment.ChargeStatus;
import com.ticketing.testsupport.ApiResponse;
import com.ticketing.testsupport.MovableClock;
import com.ticketing.testsupport.SignedIn;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PayIT extends PaymentsServiceTest {

    @Autowired
    HourlyQuotas quotas;

    @Autowired
    ChargeOutcomes outcomes;

    @Autowired
    MovableClock clock;

    @Test
    void anOrderHasTenAttempts() {
        OrderEvents order = placed("19.99");
        for (int attempt = 0; attempt < 10; attempt++) {
            pay(order, "tok_chargeDeclined").expect(400);
        }

        ApiResponse rejected = pay(order, "tok_visa").expect(429);

        assertThat(rejected.codes()).containsExactly("too-many-payment-attempts");
        assertThat(Integer.parseInt(rejected.header("Retry-After").orElseThrow()))
                .isPositive();
        assertThat(charges(order)).noneMatch(charge -> charge.status().equals("succeeded"));
    }

    @Test
    void aBuyerHasSixtyAttemptsPerHourAndTheProcessesOwnShareForAllOrdersTogether() {
        OrderEvents order = placed("19.99");
        // the quota is that of the clock's hour, which must not end during the test
        clock.stop();
        for (int attempt = 0; attempt < 63; attempt++) {
            quotas.use("payment-attempts", order.buyer(), 60, PaymentError.TOO_MANY_PAYMENT_ATTEMPTS);
        }

        ApiResponse rejected = pay(order, "tok_visa").expect(429);

        assertThat(rejected.codes()).containsExactly("too-many-payment-attempts");
        assertThat(Integer.parseInt(rejected.header("Retry-After").orElseThrow()))
                .isBetween(1, 3600);
        assertThat(intents(order)).isEmpty();
        pay(placed("20"), "tok_visa").expect(201);
    }

    @Test
    void anAttemptThatCannotBeStartedIsNotCounted() {
        OrderEvents order = placed("19.999");
        for (int attempt = 0; attempt < 63; attempt++) {
            assertThat(pay(order, "tok_visa").expect(400).codes()).containsExactly("price-not-chargeable");
        }
        pay(placed(OrderEvents.priced("20").boughtBy(order.buyer())), "tok_visa")
                .expect(201);
    }

    @Test
    void everyDeclineOfThisServiceIsCounted() {
        OrderEvents held = placed("20");
        OrderEvents ended =
                placed(OrderEvents.priced("20").expiringAt(Instant.now().minusSeconds(1)));
        for (OrderEvents order : List.of(held, ended)) {
            payments.changeIf(order.id(), payment -> true, payment -> {
                Instant before = ended.expiresAt().minusSeconds(60);
                Charge charge = Charge.first(order.id(), 2000, "usd", "tok_visa", "request", before);
                payment.startFirstAttempt(charge, before, Instant.now().plusSeconds(60));
            });
        }
        double declined = declined();

        outcomes.neverCreated(held.id(), 1);
        outcomes.neverCreated(held.id(), 1);
        assertThat(declined()).isEqualTo(declined + 1);

        outcomes.confirming(ended.id(), 1, "pm_card_visa");
        outcomes.confirming(ended.id(), 1, "pm_card_visa");
        assertThat(declined()).isEqualTo(declined + 2);
        awaitStatus(held, ChargeStatus.DECLINED);
        awaitStatus(ended, ChargeStatus.DECLINED);
    }

    private double declined() {
        return meters.get("payments.outcomes")
                .tag("outcome", "declined")
                .counter()
                .count();
    }

    @Test
    void anOrderIsChargedItsExactPriceOnceAndThePaymentIsPublished() {
        OrderEvents order = placed("19.99");

        ApiResponse answer = pay(order, "tok_visa").expect(201);

        String id = answer.json().path("id").asString();
        assertThat(answer.json().propertyNames()).containsExactly("id");
        assertThat(charges(order)).singleElement().satisfies(charge -> {
            assertThat(charge.amount()).isEqualTo(1999);
            assertThat(charge.currency()).isEqualTo("usd");
        });
        eventually(() -> assertThat(created(order)).singleElement().satisfies(event -> {
            assertThat(event.id()).isEqualTo(id);
            assertThat(event.stripeId()).isEqualTo(intent(order).id());
            assertThat(event.version())
                    .isEqualTo(payments.find(order.id()).orElseThrow().version());
        }));
        assertThat(payments.find(order.id()).orElseThrow().charged().card())
                .isEqualTo(new com.ticketing.payments.stripe.Intent.Card("visa", "4242"));
    }

    @Test
    void anOrderIsPaidByPaymentMethod() {
        OrderEvents order = placed("20");
        payByMethod(order, "pm_card_mastercard").expect(201);
        assertThat(charges(order))
                .singleElement()
                .satisfies(charge -> assertThat(charge.amount()).isEqualTo(2000));
    }

    @Test
    void aPaidOrderIsNotChargedAgain() {
        OrderEvents order = placed("20");
        String first = pay(order, "tok_visa").expect(201).text();
        assertThat(pay(order, "tok_visa").expect(201).text()).isEqualTo(first);
        assertThat(payByMethod(order, "pm_card_visa").expect(201).text()).isEqualTo(first);
        assertThat(charges(order)).hasSize(1);
    }

    @Test
    void aPaidOrderIsNotChargedAgainAfterItsCompletion() {
        OrderEvents order = placed("20");
        String first = pay(order, "tok_visa").expect(201).text();
        channels.publish(order.completed());
        awaitPayment(order, payment -> payment.order().version() == 1);
        assertThat(pay(order, "tok_visa").expect(201).text()).isEqualTo(first);
        assertThat(charges(order)).hasSize(1);
    }

    @Test
    void concurrentRequestsGetTheSameResponseForOneCharge() throws Exception {
        OrderEvents order = placed("42.50");
        List<ApiResponse> answers = inParallel(20, order, "tok_visa");
        assertThat(answers).allSatisfy(answer -> answer.expect(201));
        assertThat(answers.stream().map(ApiResponse::text).distinct()).hasSize(1);
        assertThat(charges(order)).hasSize(1);
        eventually(() -> assertThat(created(order)).hasSize(1));
    }

    @Test
    void concurrentRequestsGetTheSameResponseForOneDecline() throws Exception {
        OrderEvents order = placed("42.50");
        List<ApiResponse> answers = inParallel(10, order, "tok_chargeDeclined");
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.expect(400).codes()).containsExactly("card-declined"));
        assertThat(charges(order)).isEmpty();
    }

    @Test
    void aDeclineHasOurCodeAndStripesMessageAndAnotherCardCanBeTried() {
        OrderEvents order = placed("20");
        assertThat(pay(order, "tok_chargeDeclinedInsufficientFunds").expect(400).codes())
                .containsExactly("card-insufficient-funds");
        assertThat(payByMethod(order, "pm_card_chargeDeclinedExpiredCard")
                        .expect(400)
                        .codes())
                .containsExactly("card-expired");
        pay(order, "tok_visa").expect(201);
        assertThat(charges(order)).hasSize(1);
        assertThat(intent(order).status()).isEqualTo("succeeded");
    }

    @Test
    void aDeclineIsNotRetried() {
        OrderEvents order = placed("20");
        pay(order, "tok_chargeDeclined").expect(400);
        assertThat(requests(order, "/confirm")).hasSize(1);
    }

    @Test
    void aBankCanRequireAnAuthenticationByTheBuyer() {
        OrderEvents order = placed("20");
        ApiResponse answer = payByMethod(order, "pm_card_threeDSecure2Required").expect(202);
        assertThat(answer.json().propertyNames()).containsExactly("id", "clientSecret");
        ApiResponse again = payByMethod(order, "pm_card_threeDSecure2Required").expect(202);
        assertThat(again.text()).isEqualTo(answer.text());
        authenticate(order, "pass");
        assertThat(payByMethod(order, "pm_card_threeDSecure2Required")
                        .expect(201)
                        .json()
                        .path("id"))
                .isEqualTo(answer.json().path("id"));
        assertThat(charges(order)).hasSize(1);
        eventually(() -> assertThat(created(order)).hasSize(1));
    }

    @Test
    void anotherCardCanBeTriedAfterAFailedAuthentication() {
        OrderEvents order = placed("20");
        payByMethod(order, "pm_card_threeDSecure2Required").expect(202);
        authenticate(order, "fail");
        assertThat(payByMethod(order, "pm_card_threeDSecure2Required")
                        .expect(400)
                        .codes())
                .containsExactly(PaymentError.CARD_AUTHENTICATION_REQUIRED.code());
        pay(order, "tok_visa").expect(201);
        assertThat(charges(order)).hasSize(1);
    }

    @Test
    void onlyTheBuyerCanPay() {
        OrderEvents order = placed("20");
        Map<String, String> body = Map.of("token", "tok_visa", "orderId", order.id());
        assertThat(as(order.seller()).post("/api/payments", body).expect(401).codes())
                .containsExactly("not-authorized");
        api.post("/api/payments", body).expect(401);
        api.as(SignedIn.expired(order.buyer(), "buyer@test.com"))
                .post("/api/payments", body)
                .expect(401);
        assertThat(intents(order)).isEmpty();
    }

    @Test
    void anUnknownOrderIsNotFound() {
        assertThat(pay(OrderEvents.priced("20"), "tok_visa").expect(404).codes())
                .containsExactly("not-found");
    }

    @Test
    void anExpiredOrderCannotBePaid() {
        OrderEvents order =
                placed(OrderEvents.priced("20").expiringAt(Instant.now().truncatedTo(ChronoUnit.MILLIS)));
        assertThat(pay(order, "tok_visa").expect(400).codes()).containsExactly("order-expired");
        assertThat(intents(order)).isEmpty();
    }

    @Test
    void aCancelledOrderCannotBePaid() {
        OrderEvents order = placed("20");
        channels.publish(order.cancelled());
        awaitPayment(order, payment -> payment.order().isCancelled());
        assertThat(pay(order, "tok_visa").expect(400).codes()).containsExactly("order-cancelled");
    }

    @Test
    void anOrderWhoseCancellationArrivesBeforeItsCreationCannotBePaid() {
        OrderEvents order = OrderEvents.priced("20");
        channels.publish(order.cancelled());
        awaitPayment(order, payment -> payment.order().isCancelled());
        channels.publish(order.created());
        awaitPayment(order, payment -> payment.order().price() != null);
        assertThat(pay(order, "tok_visa").expect(400).codes()).containsExactly("order-cancelled");
        assertThat(intents(order)).isEmpty();
    }

    @Test
    void anOrderPaidElsewhereCannotBePaid() {
        OrderEvents order = placed("20");
        channels.publish(order.completed());
        awaitPayment(order, payment -> payment.order().version() == 1);
        assertThat(pay(order, "tok_visa").expect(400).codes()).containsExactly("order-paid");
    }

    @Test
    void anAmountOrATokenThatStripeRejectsHasACode() {
        OrderEvents tooSmall = placed("0.10");
        assertThat(pay(tooSmall, "tok_visa").expect(400).codes()).containsExactly("amount-too-small");
        OrderEvents order = placed("20");
        assertThat(pay(order, "tok_nobodyKnows").expect(400).codes()).containsExactly("card-unusable");
        pay(order, "tok_visa").expect(201);
    }

    @Test
    void theConfigurationForThePageIsPublic() {
        assertThat(api.get("/api/payments/config").expect(200).text())
                .isEqualTo("{\"publishableKey\":\"pk_test_stand_in\",\"currency\":\"usd\",\"digits\":2,"
                        + "\"decimals\":2,\"minimum\":0.50,\"maximum\":999999.99,\"confirmPage\":\"/_stand-in/bank\"}");
    }

    private List<ApiResponse> inParallel(int count, OrderEvents order, String token) throws Exception {
        List<Future<ApiResponse>> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < count; i++) {
                answers.add(threads.submit(() -> pay(order, token)));
            }
        }
        List<ApiResponse> all = new ArrayList<>();
        for (Future<ApiResponse> answer : answers) {
            all.add(answer.get());
        }
        return all;
    }
}
