package com.ticketing.payments.refund;

import static com.ticketing.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.payments.OrderEvents;
import com.ticketing.payments.PaymentsServiceTest;
import com.ticketing.payments.payment.ChargeStatus;
import com.ticketing.stripe.Fault;
import com.ticketing.stripe.StripeStandIn;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RefundFailureIT extends PaymentsServiceTest {

    @BeforeEach
    void sendWebhooks() {
        String port = environment.getRequiredProperty("local.server.port");
        stripe.sendWebhooksTo(URI.create("http://127.0.0.1:" + port + "/api/payments/webhook"), "whsec_test");
    }

    @AfterEach
    void stopWebhooks() {
        stripe.sendNoWebhooks();
    }

    @Test
    void aRefundThatFailsAtTheBankIsCountedAndMadeAgainAndPublishedOnce() {
        OrderEvents order = placed("20");
        pay(order, "tok_visa").expect(201);
        channels.publish(order.cancelled());
        awaitStatus(order, ChargeStatus.REFUNDED);
        eventually(() -> assertThat(refunded(order)).hasSize(1));
        String first = refunds(order).getFirst().id();
        double failedBefore = gauge("payments.refunds.failed");
        double pendingBefore = gauge("payments.refunds.pending");

        // not a server error, after which the next refund would get another key
        stripe.inject(Fault.status(429).times(1000).under("order-" + order.id() + "-refund-2"));
        stripe.failRefund(first);

        eventually(() -> assertThat(gauge("payments.refunds.failed")).isEqualTo(failedBefore + 1));
        assertThat(gauge("payments.refunds.pending")).isEqualTo(pendingBefore + 1);
        assertThat(receiptStatus(order)).isEqualTo("refunding");
        stripe.clearFaults();
        awaitStatus(order, ChargeStatus.REFUNDED);
        assertThat(refunds(order))
                .extracting(StripeStandIn.Refund::status)
                .containsExactlyInAnyOrder("failed", "succeeded");
        assertThat(charges(order)).singleElement().matches(StripeStandIn.Charge::refunded);
        assertThat(receiptStatus(order)).isEqualTo("refunded");
        assertThat(gauge("payments.refunds.failed")).isEqualTo(failedBefore);
        assertThat(gauge("payments.refunds.pending")).isEqualTo(pendingBefore);
        awaitLaterRefund();
        assertThat(refunded(order)).hasSize(1);
    }

    @Test
    void aRefundIsMadeAgainEachTimeItFailsAtTheBank() {
        OrderEvents order = placed("20");
        String id = pay(order, "tok_visa").expect(201).json().path("id").asString();
        as(order.seller()).post("/api/payments/" + id + "/refund", Map.of()).expect(200);

        for (int failures = 1; failures <= 3; failures++) {
            int failed = failures;
            awaitStatus(order, ChargeStatus.REFUNDED);
            stripe.failRefund(succeeded(order));
            eventually(() -> assertThat(refunds(order)).hasSize(failed + 1));
        }

        awaitStatus(order, ChargeStatus.REFUNDED);
        assertThat(charges(order)).singleElement().matches(StripeStandIn.Charge::refunded);
    }

    private String succeeded(OrderEvents order) {
        return refunds(order).stream()
                .filter(refund -> refund.status().equals("succeeded"))
                .map(StripeStandIn.Refund::id)
                .findFirst()
                .orElseThrow();
    }

    private String receiptStatus(OrderEvents order) {
        return as(order.buyer())
                .get("/api/payments")
                .expect(200)
                .json()
                .get(0)
                .path("status")
                .asString();
    }
}
