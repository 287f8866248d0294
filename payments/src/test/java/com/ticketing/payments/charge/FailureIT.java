package com.ticketing.payments.charge;

import static com.ticketing.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.payments.OrderEvents;
import com.ticketing.payments.PaymentsServiceTest;
import com.ticketing.payments.payment.ChargeStatus;
import com.ticketing.payments.payment.Refund;
import com.ticketing.stripe.Fault;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Failures of requests to Stripe, and orders that end while they are being paid. */
class FailureIT extends PaymentsServiceTest {

    private static final String CONFIRM = "/confirm";

    @Test
    void aChargeWhoseResponseWasLostIsFoundByReconciliation() {
        OrderEvents order = placed("20");
        stripe.inject(Fault.answerLost().times(1000).on(CONFIRM));
        pay(order, "tok_visa").expect(202);
        awaitStatus(order, ChargeStatus.SUCCEEDED);
        assertThat(charges(order)).hasSize(1);
        eventually(() -> assertThat(created(order)).hasSize(1));
        pay(order, "tok_visa").expect(201);
    }

    @Test
    void anAttemptThatNeverReachedStripeCanBeRepeated() {
        OrderEvents order = placed("20");
        stripe.inject(Fault.status(500).times(1000).on(CONFIRM));
        pay(order, "tok_visa").expect(202);
        awaitStatus(order, ChargeStatus.DECLINED);
        stripe.clearFaults();
        pay(order, "tok_visa").expect(201);
        assertThat(charges(order)).hasSize(1);
    }

    @Test
    void anOutageOfStripeEndsInADeclineWithoutACharge() {
        OrderEvents order = placed("20");
        stripe.inject(Fault.status(503).times(1000));
        pay(order, "tok_visa").expect(202);
        stripe.clearFaults();
        awaitStatus(order, ChargeStatus.DECLINED);
        assertThat(charges(order)).isEmpty();
        assertThat(intent(order).status()).isEqualTo("requires_payment_method");
    }

    @Test
    void thePaymentIntentOfACancelledOrderIsCancelled() {
        OrderEvents order = placed("20");
        pay(order, "tok_chargeDeclined").expect(400);
        channels.publish(order.cancelled());
        awaitStatus(order, ChargeStatus.CANCELLED);
        assertThat(intent(order).status()).isEqualTo("canceled");
    }

    @Test
    void thePaymentIntentOfAnOrderPaidElsewhereIsCancelled() {
        OrderEvents order = placed("20");
        pay(order, "tok_chargeDeclined").expect(400);
        channels.publish(order.completed());
        awaitStatus(order, ChargeStatus.CANCELLED);
        assertThat(intent(order).status()).isEqualTo("canceled");
    }

    @Test
    void thePaymentIntentOfACancelledOrderIsCancelledDuringAnAuthentication() {
        OrderEvents order = placed("20");
        payByMethod(order, "pm_card_threeDSecure2Required").expect(202);
        channels.publish(order.cancelled());
        awaitStatus(order, ChargeStatus.CANCELLED);
        assertThat(intent(order).status()).isEqualTo("canceled");
        pay(order, "tok_visa").expect(400);
    }

    @Test
    void anOrderCancelledWhileItsCardIsChargedIsRefundedOnce() {
        OrderEvents order = placed("20");
        stripe.inject(Fault.answerLate(Duration.ofMinutes(1)).on(CONFIRM));
        var answer = payAsync(order, "tok_visa");
        eventually(() -> assertThat(charges(order)).hasSize(1));
        channels.publish(order.cancelled());
        awaitPayment(order, payment -> payment.order().isCancelled());
        stripe.clearFaults();

        assertThat(answer.join().expect(400).codes()).containsExactly("order-cancelled");
        awaitStatus(order, ChargeStatus.REFUNDED);
        assertRefundedOnce(order);
    }

    @Test
    void aPaidOrderThatIsCancelledIsRefundedOnce() {
        OrderEvents order = placed("20");
        pay(order, "tok_visa").expect(201);
        channels.publish(order.cancelled());
        channels.publish(order.cancelled());
        awaitStatus(order, ChargeStatus.REFUNDED);
        assertRefundedOnce(order);
    }

    @Test
    void aPaidOrderWhoseCancellationWasLostIsRefundedWhenItIsPublishedAgain() {
        OrderEvents order = placed("20");
        pay(order, "tok_visa").expect(201);
        channels.publish(order.cancelledAgain());
        channels.publish(order.cancelled());
        awaitStatus(order, ChargeStatus.REFUNDED);
        assertRefundedOnce(order);
    }

    @Test
    void aRefundIsRetriedAfterAnOutage() {
        OrderEvents order = placed("20");
        pay(order, "tok_visa").expect(201);
        stripe.inject(Fault.status(500).times(20).on("/refunds"));
        stripe.inject(Fault.answerLost().times(5).on("/refunds"));
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
            assertThat(event.reason()).isEqualTo(Refund.CANCELLED);
            assertThat(event.relist()).isFalse();
        }));
        eventually(() -> assertThat(created(order)).hasSize(1));
        assertThat(refunded(order).getFirst().version())
                .isGreaterThan(created(order).getFirst().version());
    }
}
