package com.ticketing.stripe;

import static com.ticketing.stripe.StripeClients.intent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stripe.StripeClient;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Refund;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class StripeRefundsTest {

    @AutoClose
    private final StripeStandIn stripe = StripeStandIn.start();

    private final StripeClient client = StripeClients.of(stripe);

    @Test
    void refundsTheWholeAmountOnce() throws StripeException {
        String id = paid(1999);

        Refund refund = client.v1().refunds().create(refundOf(id).build());

        assertThat(refund.getStatus()).isEqualTo("succeeded");
        assertThat(refund.getAmount()).isEqualTo(1999);
        assertThat(stripe.refunds())
                .containsExactly(new StripeStandIn.Refund(refund.getId(), id, refund.getCharge(), 1999, "succeeded"));
        assertThat(stripe.charges())
                .singleElement()
                .extracting(StripeStandIn.Charge::refunded)
                .isEqualTo(true);
        assertThat(rejection(refundOf(id))).isEqualTo("charge_already_refunded");
        assertThat(stripe.refunds()).hasSize(1);
    }

    @Test
    void refundsPartsUpToTheChargedAmount() throws StripeException {
        String id = paid(1000);

        client.v1().refunds().create(refundOf(id).setAmount(600L).build());
        assertThat(rejection(refundOf(id).setAmount(600L))).isNull();
        Refund rest = client.v1().refunds().create(refundOf(id).build());

        assertThat(rest.getAmount()).isEqualTo(400);
        assertThat(client.v1()
                        .refunds()
                        .list(RefundListParams.builder().setPaymentIntent(id).build())
                        .getData())
                .extracting(Refund::getAmount)
                .containsExactly(400L, 600L);
    }

    @Test
    void rejectsRefundingAnUnpaidIntent() throws StripeException {
        String id = client.v1().paymentIntents().create(intent(1999).build()).getId();

        assertThat(rejection(refundOf(id))).isEqualTo("payment_intent_unexpected_state");
        assertThat(rejection(refundOf("pi_unknown"))).isEqualTo("resource_missing");
    }

    private String paid(long amount) throws StripeException {
        return client.v1()
                .paymentIntents()
                .create(intent(amount)
                        .setPaymentMethod("pm_card_visa")
                        .setConfirm(true)
                        .build())
                .getId();
    }

    private static RefundCreateParams.Builder refundOf(String intent) {
        return RefundCreateParams.builder().setPaymentIntent(intent);
    }

    private String rejection(RefundCreateParams.Builder refund) {
        return catchThrowableOfType(
                        InvalidRequestException.class,
                        () -> client.v1().refunds().create(refund.build()))
                .getCode();
    }
}
