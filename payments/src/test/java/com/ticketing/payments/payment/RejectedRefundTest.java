package com.ticketing.payments.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class RejectedRefundTest extends PaymentStates {

    @Test
    void aRejectedRefundIsNotAttemptedAgainByItself() {
        reject();
        assertThat(status()).isEqualTo(ChargeStatus.SUCCEEDED);
        assertThat(payment.isRefundPending()).isFalse();
        assertThat(payment.isCheckDue(leaseEnd.plusSeconds(1_000_000))).isFalse();
        assertThat(payment.requestedRefund().rejection()).isEqualTo(new Refund.Rejection("charge_disputed", now));
    }

    @Test
    void aRejectionLeavesACheckThatWasScheduledMeanwhile() {
        succeed();
        cancelOrder();
        payment.claimUntil(leaseEnd);
        payment.scheduleCheck(now);
        payment.rejectRefund("charge_disputed", now);
        assertThat(payment.isCheckDue(now)).isTrue();
    }

    @Test
    void anotherRequestGetsAnotherKeyBecauseStripeHasSavedTheRejection() {
        reject();
        payment.requestRefund(Refund.REQUESTED, true, leaseEnd);
        assertThat(payment.isRefundPending()).isTrue();
        assertThat(payment.isCheckDue(leaseEnd)).isTrue();
        assertThat(payment.keys().number()).isEqualTo(1);
        payment.refunded("re_1", leaseEnd);
        assertThat(status()).isEqualTo(ChargeStatus.REFUNDED);
        assertThat(payment.requestedRefund().isRejected()).isFalse();
    }

    @Test
    void onlyAPendingRefundIsRejected() {
        succeed();
        assertThatIllegalStateException().isThrownBy(() -> payment.rejectRefund("charge_disputed", now));
        cancelOrder();
        payment.refunded("re_1", now);
        assertThatIllegalStateException().isThrownBy(() -> payment.rejectRefund("charge_disputed", now));
        assertThatIllegalStateException().isThrownBy(() -> payment.requestRefund(Refund.REQUESTED, true, now));
    }

    private void reject() {
        succeed();
        cancelOrder();
        payment.claimUntil(leaseEnd);
        payment.rejectRefund("charge_disputed", now);
    }
}
