package com.ticketing.payments.charge;

import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.payments.OrderEvents;
import com.ticketing.payments.PaymentsServiceTest;
import com.ticketing.payments.payment.ChargeStatus;
import com.ticketing.payments.payment.Payment;
import com.ticketing.stripe.Fault;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong between us and Stripe, and when an order ends while it is being paid. */
class FailureIT extends PaymentsServiceTest {

    private static final String CONFIRM = "/confirm";

    @ParameterizedTest
    @ValueSource(strings = {"/payment_methods", "/payment_intents", CONFIRM})
    void aLostAnswerIsAskedForAgainUnderTheSameKey(String path) {
        OrderEvents order = placed("20");
        STRIPE.inject(Fault.answerLost().times(2).on(path));
        pay(order, "tok_visa").expect(201);
        assertThat(charges(order)).hasSize(1);
        assertThat(requests(order, path).stream()
                        .map(request -> request.idempotencyKey())
                        .distinct())
                .hasSizeLessThanOrEqualTo(path.equals("/payment_intents") ? 2 : 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void aPassingRefusalIsRepeatedUnderTheSameKey(int status) {
        OrderEvents order = placed("20");
        STRIPE.inject(Fault.status(status).on("/payment_methods"));
        STRIPE.inject(Fault.status(status).on(CONFIRM));
        pay(order, "tok_visa").expect(201);
        assertThat(requests(order, CONFIRM)).hasSize(2);
        assertThat(charges(order)).hasSize(1);
    }

    @Test
    void moneyTakenUnheardIsFoundLater() {
        OrderEvents order = placed("20");
        STRIPE.inject(Fault.answerLost().times(1000).on(CONFIRM));
        pay(order, "tok_visa").expect(202);
        awaitStatus(order, ChargeStatus.SUCCEEDED);
        assertThat(charges(order)).hasSize(1);
        eventually(() -> assertThat(created(order)).hasSize(1));
        pay(order, "tok_visa").expect(201);
    }

    @Test
    void moneyTakenAfterWeStoppedWaitingIsFoundLater() {
        OrderEvents order = placed("20");
        STRIPE.inject(Fault.answerLate(Duration.ofSeconds(8)).on(CONFIRM));
        pay(order, "tok_visa").expect(202);
        awaitStatus(order, ChargeStatus.SUCCEEDED);
        assertThat(charges(order)).hasSize(1);
        eventually(() -> assertThat(created(order)).hasSize(1));
    }

    @Test
    void anAttemptThatStripeNeverSawMayBeMadeAgain() {
        OrderEvents order = placed("20");
        STRIPE.inject(Fault.status(500).times(1000).on(CONFIRM));
        pay(order, "tok_visa").expect(202);
        awaitStatus(order, ChargeStatus.DECLINED);
        STRIPE.clearFaults();
        pay(order, "tok_visa").expect(201);
        assertThat(charges(order)).hasSize(1);
    }

    @Test
    void anOutageOfStripeEndsInNothingTaken() {
        OrderEvents order = placed("20");
        STRIPE.inject(Fault.status(503).times(40));
        pay(order, "tok_visa").expect(202);
        STRIPE.clearFaults();
        awaitStatus(order, ChargeStatus.DECLINED);
        assertThat(charges(order)).isEmpty();
        assertThat(intent(order).status()).isEqualTo("requires_payment_method");
    }

    @Test
    void theIntentOfACancelledOrderIsCancelled() {
        OrderEvents order = placed("20");
        pay(order, "tok_chargeDeclined").expect(400);
        channels.publish(order.cancelled());
        awaitStatus(order, ChargeStatus.CANCELLED);
        assertThat(intent(order).status()).isEqualTo("canceled");
    }

    @Test
    void theIntentOfAnOrderPaidElsewhereIsCancelled() {
        OrderEvents order = placed("20");
        pay(order, "tok_chargeDeclined").expect(400);
        channels.publish(order.completed());
        awaitStatus(order, ChargeStatus.CANCELLED);
        assertThat(intent(order).status()).isEqualTo("canceled");
    }

    @Test
    void theIntentOfACancelledOrderIsCancelledWhileThePersonIsAtTheBank() {
        OrderEvents order = placed("20");
        payByMethod(order, "pm_card_threeDSecure2Required").expect(202);
        channels.publish(order.cancelled());
        awaitStatus(order, ChargeStatus.CANCELLED);
        assertThat(intent(order).status()).isEqualTo("canceled");
        pay(order, "tok_visa").expect(400);
    }

    @Test
    void anOrderCancelledWhileItsCardIsChargedIsPaidBackOnce() {
        OrderEvents order = placed("20");
        STRIPE.inject(Fault.answerLate(Duration.ofMillis(900)).on(CONFIRM));
        var answer = CompletableFuture.supplyAsync(() -> pay(order, "tok_visa"));
        eventually(() -> assertThat(charges(order)).hasSize(1));
        channels.publish(order.cancelled());

        assertThat(answer.join().expect(400).messages()).containsExactly("Cannot pay for a cancelled order");
        awaitStatus(order, ChargeStatus.REFUNDED);
        assertRefundedOnce(order);
    }

    @Test
    void aPaidOrderThatIsCancelledIsPaidBackOnce() {
        OrderEvents order = placed("20");
        pay(order, "tok_visa").expect(201);
        channels.publish(order.cancelled());
        channels.publish(order.cancelled());
        awaitStatus(order, ChargeStatus.REFUNDED);
        assertRefundedOnce(order);
    }

    @Test
    void aRefundOutlivesAnOutage() {
        OrderEvents order = placed("20");
        pay(order, "tok_visa").expect(201);
        STRIPE.inject(Fault.status(500).times(20).on("/refunds"));
        STRIPE.inject(Fault.answerLost().times(5).on("/refunds"));
        channels.publish(order.cancelled());
        awaitStatus(order, ChargeStatus.REFUNDED);
        assertRefundedOnce(order);
    }

    private void assertRefundedOnce(OrderEvents order) {
        assertThat(charges(order))
                .singleElement()
                .satisfies(charge -> assertThat(charge.refunded()).isTrue());
        assertThat(refunds(order)).hasSize(1);
        eventually(() -> assertThat(refunded(order)).singleElement().satisfies(event -> {
            assertThat(event.stripeId()).isEqualTo(intent(order).id());
            assertThat(event.reason()).isEqualTo(Payment.CANCELLED);
            assertThat(event.relist()).isFalse();
        }));
        eventually(() -> assertThat(created(order)).hasSize(1));
        assertThat(refunded(order).getFirst().version())
                .isGreaterThan(created(order).getFirst().version());
    }
}
