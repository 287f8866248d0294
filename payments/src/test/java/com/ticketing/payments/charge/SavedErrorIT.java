package com.ticketing.payments.charge;

import static com.ticketing.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.payments.OrderEvents;
import com.ticketing.payments.PaymentsServiceTest;
import com.ticketing.payments.payment.ChargeStatus;
import com.ticketing.payments.payment.KeyGeneration;
import com.ticketing.stripe.Fault;
import com.ticketing.stripe.StripeStandIn;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Stripe saves a server error as the response of an idempotency key, and repeats it. */
class SavedErrorIT extends PaymentsServiceTest {

    private static final String CREATE = "/v1/payment_intents";

    @Test
    void anOrderCanBePaidAlthoughTheFirstKeyOfItsPaymentIntentFailsForEver() {
        OrderEvents order = placed("20");
        stripe.inject(Fault.savedStatus(500).under("order-" + order.id()));

        pay(order, "tok_visa").expect(202);
        awaitStatus(order, ChargeStatus.DECLINED);
        pay(order, "tok_visa").expect(201);

        assertThat(charges(order)).hasSize(1);
        assertThat(generation(order)).isEqualTo(1);
        assertThat(intents(order)).hasSize(1);
    }

    @Test
    void onlyTheStoredPaymentIntentIsConfirmed() {
        OrderEvents order = placed("20");
        stripe.inject(Fault.savedStatusAfterExecution(500).under("order-" + order.id()));

        pay(order, "tok_visa").expect(202);
        awaitStatus(order, ChargeStatus.DECLINED);
        pay(order, "tok_visa").expect(201);

        String stored = payments.find(order.id()).orElseThrow().intentId();
        assertThat(intents(order))
                .extracting(StripeStandIn.Intent::status)
                .containsExactly("requires_payment_method", "succeeded");
        assertThat(charges(order))
                .singleElement()
                .satisfies(charge -> assertThat(charge.paymentIntent()).isEqualTo(stored));
    }

    @Test
    void aRefundIsMadeAlthoughItsFirstKeyFailsForEver() {
        OrderEvents order = placed("20");
        pay(order, "tok_visa").expect(201);
        stripe.inject(Fault.savedStatus(500).under("order-" + order.id() + "-refund"));

        channels.publish(order.cancelled());

        awaitRefundedOnce(order);
    }

    @Test
    void aRefundThatWasMadeIsFoundAlthoughItsKeyFailsForEver() {
        OrderEvents order = placed("20");
        pay(order, "tok_visa").expect(201);
        stripe.inject(Fault.savedStatusAfterExecution(500).under("order-" + order.id() + "-refund"));

        channels.publish(order.cancelled());

        awaitRefundedOnce(order);
    }

    @Test
    void eachKeyIsTriedSeveralTimes() {
        OrderEvents order = placed("20");
        stripe.inject(Fault.savedStatus(500).times(2).on(CREATE));

        pay(order, "tok_visa").expect(202);
        awaitStatus(order, ChargeStatus.DECLINED);

        List<String> keys = requests(order, CREATE).stream()
                .map(StripeStandIn.Request::idempotencyKey)
                .toList();
        String key = "order-" + order.id();
        assertThat(keys.stream().distinct()).containsExactly(key, key + "-key-2", key + "-key-3");
        assertThat(keys.stream().filter(key::equals).count()).isGreaterThanOrEqualTo(5);
    }

    private void awaitRefundedOnce(OrderEvents order) {
        awaitStatus(order, ChargeStatus.REFUNDED);
        assertThat(refunds(order))
                .singleElement()
                .matches(refund -> refund.status().equals("succeeded"));
        eventually(() -> assertThat(refunded(order)).hasSize(1));
        assertThat(generation(order)).isEqualTo(1);
    }

    /** The stored one, which another process would use too. */
    private int generation(OrderEvents order) {
        KeyGeneration keys = payments.find(order.id()).orElseThrow().keys();
        return keys.number();
    }
}
