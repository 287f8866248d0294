package com.ticketing.payments.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class RefusedRefundTest extends PaymentStates {

    @Test
    void aRefusedRefundIsNotAttemptedAgainByItself() {
        refuse();
        assertThat(status()).isEqualTo(ChargeStatus.SUCCEEDED);
        assertThat(payment.isRefundPending()).isFalse();
        assertThat(payment.isCheckDue(leaseEnd.plusSeconds(1_000_000))).isFalse();
        assertThat(payment.requestedRefund().refusal()).isEqualTo(new Refund.Refusal("charge_disputed", now));
    }

    @Test
    void anotherRequestGetsAnotherKeyBecauseStripeHasSavedTheRefusal() {
        refuse();
        payment.requestRefund(Refund.REQUESTED, true, leaseEnd);
        assertThat(payment.isRefundPending()).isTrue();
        assertThat(payment.isCheckDue(leaseEnd)).isTrue();
        assertThat(payment.keys().number()).isEqualTo(1);
        payment.refunded("re_1", leaseEnd);
        assertThat(status()).isEqualTo(ChargeStatus.REFUNDED);
        assertThat(payment.requestedRefund().isRefused()).isFalse();
    }

    @Test
    void onlyAPendingRefundIsRefused() {
        succeed();
        assertThatIllegalStateException().isThrownBy(() -> payment.refuseRefund("charge_disputed", now));
        cancelOrder();
        payment.refunded("re_1", now);
        assertThatIllegalStateException().isThrownBy(() -> payment.refuseRefund("charge_disputed", now));
        assertThatIllegalStateException().isThrownBy(() -> payment.requestRefund(Refund.REQUESTED, true, now));
    }

    private void refuse() {
        succeed();
        cancelOrder();
        payment.refuseRefund("charge_disputed", now);
    }
}
