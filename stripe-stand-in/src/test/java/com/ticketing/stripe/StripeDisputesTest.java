package com.ticketing.stripe;

import static com.ticketing.stripe.StripeClients.intent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stripe.StripeClient;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Charge;
import com.stripe.model.Dispute;
import com.stripe.param.DisputeListParams;
import com.stripe.param.RefundCreateParams;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StripeDisputesTest {

    @AutoClose
    private final StripeStandIn stripe = StripeStandIn.start();

    private final StripeClient client = StripeClients.of(stripe);

    private String intentId;

    @BeforeEach
    void pay() throws StripeException {
        intentId = client.v1()
                .paymentIntents()
                .create(intent(1999)
                        .setPaymentMethod("pm_card_visa")
                        .setConfirm(true)
                        .build())
                .getId();
    }

    @Test
    void opensADisputeAboutTheWholeCharge() throws StripeException {
        String id = stripe.dispute(intentId);

        Dispute dispute = listed();
        assertThat(dispute.getId()).isEqualTo(id);
        assertThat(dispute.getAmount()).isEqualTo(1999);
        assertThat(dispute.getStatus()).isEqualTo("needs_response");
        assertThat(dispute.getPaymentIntent()).isEqualTo(intentId);
        Charge charge = client.v1().charges().retrieve(dispute.getCharge());
        assertThat(charge.getDisputed()).isTrue();
        assertThat(charge.getRefunded()).isFalse();
    }

    @Test
    void rejectsARefundUnlessTheDisputeIsWon() throws StripeException {
        String dispute = stripe.dispute(intentId);
        assertThat(rejection()).isEqualTo("charge_disputed");

        stripe.closeDispute(dispute, true);

        assertThat(listed().getStatus()).isEqualTo("won");
        client.v1().refunds().create(refund());
        assertThat(stripe.refunds()).hasSize(1);
    }

    @Test
    void rejectsARefundAfterALostDispute() throws StripeException {
        stripe.closeDispute(stripe.dispute(intentId), false);

        assertThat(listed().getStatus()).isEqualTo("lost");
        assertThat(rejection()).isEqualTo("charge_disputed");
    }

    @Test
    void decidesADisputeOnce() {
        String dispute = stripe.dispute(intentId);
        stripe.closeDispute(dispute, false);

        assertThatIllegalStateException().isThrownBy(() -> stripe.closeDispute(dispute, true));
    }

    private Dispute listed() throws StripeException {
        return client.v1()
                .disputes()
                .list(DisputeListParams.builder().setPaymentIntent(intentId).build())
                .getData()
                .getFirst();
    }

    private String rejection() {
        return catchThrowableOfType(
                        InvalidRequestException.class,
                        () -> client.v1().refunds().create(refund()))
                .getCode();
    }

    private RefundCreateParams refund() {
        return RefundCreateParams.builder().setPaymentIntent(intentId).build();
    }
}
