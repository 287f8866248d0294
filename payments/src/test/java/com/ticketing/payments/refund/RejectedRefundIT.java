package com.ticketing.payments.refund;

import static com.ticketing.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.payments.OrderEvents;
import com.ticketing.payments.PaymentsServiceTest;
import com.ticketing.payments.payment.ChargeStatus;
import com.ticketing.stripe.Fault;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RejectedRefundIT extends PaymentsServiceTest {

    private static final String PATH = "/api/payments";

    @Test
    void aRefundThatStripeRejectsHasFailedUntilItIsRequestedAgain() {
        OrderEvents order = placed("20");
        String refund = PATH + "/"
                + pay(order, "tok_visa").expect(201).json().path("id").asString() + "/refund";
        String dispute = stripe.dispute(intent(order).id());
        double rejectedBefore = gauge("payments.refunds.rejected");
        double pendingBefore = gauge("payments.refunds.pending");

        as(order.seller()).post(refund, Map.of()).expect(200);

        eventually(() -> assertThat(status(order)).isEqualTo("failed"));
        assertThat(sale(order).path("refundError").asString()).isEqualTo("charge_disputed");
        assertThat(sale(order).has("refund")).isFalse();
        assertThat(gauge("payments.refunds.rejected")).isEqualTo(rejectedBefore + 1);
        assertThat(gauge("payments.refunds.pending")).isEqualTo(pendingBefore);

        stripe.closeDispute(dispute, true);
        as(order.seller()).post(refund, Map.of()).expect(200);

        eventually(() -> assertThat(status(order)).isEqualTo("refunded"));
        assertThat(sale(order).has("refundError")).isFalse();
        assertThat(refunds(order)).hasSize(1);
        eventually(() -> assertThat(refunded(order)).hasSize(1));
        assertThat(gauge("payments.refunds.rejected")).isEqualTo(rejectedBefore);
    }

    @Test
    void theRejectedRefundOfACancelledOrderIsNotRequestedAgainByItself() {
        OrderEvents order = placed("20");
        pay(order, "tok_visa").expect(201);
        stripe.dispute(intent(order).id());

        channels.publish(order.cancelled());

        eventually(() -> assertThat(status(order)).isEqualTo("failed"));
        awaitLaterRefund();
        assertThat(requests(order, "/refunds")).hasSize(1);
        assertThat(refunded(order)).isEmpty();
    }

    @Test
    void aRefundIsPendingWhileStripeRejectsOurKey() {
        OrderEvents order = placed("20");
        pay(order, "tok_visa").expect(201);
        stripe.inject(Fault.status(401).times(1000).on("/refunds"));

        channels.publish(order.cancelled());

        eventually(() -> assertThat(requests(order, "/refunds")).hasSizeGreaterThan(1));
        assertThat(status(order)).isEqualTo("refunding");
        stripe.clearFaults();
        awaitStatus(order, ChargeStatus.REFUNDED);
    }

    private String status(OrderEvents order) {
        return sale(order).path("status").asString();
    }

    private JsonNode sale(OrderEvents order) {
        return as(order.seller()).get(PATH + "?sold=true").expect(200).json().get(0);
    }
}
