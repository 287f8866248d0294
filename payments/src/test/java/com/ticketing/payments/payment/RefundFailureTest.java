package com.ticketing.payments.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class RefundFailureTest extends PaymentStates {

    @Test
    void aRefundThatFailsAtTheBankIsPendingAgain() {
        refund();
        payment.refundFailed("re_1", leaseEnd);
        assertThat(status()).isEqualTo(ChargeStatus.SUCCEEDED);
        assertThat(payment.isRefundPending()).isTrue();
        assertThat(payment.isCheckDue(leaseEnd.minusMillis(1))).isFalse();
        assertThat(payment.isCheckDue(leaseEnd)).isTrue();
    }

    @Test
    void aCheckDuringThePauseDoesNotShortenIt() {
        refund();
        payment.refundFailed("re_1", leaseEnd);
        assertThat(payment.isRefundDue(leaseEnd.minusMillis(1))).isFalse();
        payment.scheduleCheck(now);
        payment.claimUntil(now.plusSeconds(2));
        assertThat(payment.isCheckDue(leaseEnd.minusMillis(1))).isFalse();
        assertThat(payment.isCheckDue(leaseEnd)).isTrue();
        assertThat(payment.isRefundDue(leaseEnd)).isTrue();
    }

    @Test
    void aRefundThatIsRequestedAgainIsNotPaused() {
        refund();
        payment.refundFailed("re_1", leaseEnd);
        payment.rejectRefund("charge_disputed", now);
        payment.requestRefund(Refund.REQUESTED, false, now);
        assertThat(payment.isRefundDue(now)).isTrue();
    }

    @Test
    void theNextRefundHasItsOwnAttemptNumber() {
        refund();
        payment.refundFailed("re_1", leaseEnd);
        assertThat(payment.requestedRefund().attempt()).isEqualTo(2);
        assertThat(payment.requestedRefund().isPublished()).isTrue();
        payment.refunded("re_2", leaseEnd);
        assertThat(status()).isEqualTo(ChargeStatus.REFUNDED);
        assertThat(payment.requestedRefund().failures()).containsExactly("re_1");
    }

    @Test
    void aRefundThatFailsAtOnceIsNotPublished() {
        succeed();
        cancelOrder();
        payment.refundFailed("re_1", leaseEnd);
        assertThat(status()).isEqualTo(ChargeStatus.SUCCEEDED);
        assertThat(payment.requestedRefund().isPublished()).isFalse();
        payment.refunded("re_2", leaseEnd);
        assertThat(payment.requestedRefund().isPublished()).isTrue();
    }

    @Test
    void theFailureOfAnotherRefundIsRejected() {
        refund();
        assertThatIllegalStateException().isThrownBy(() -> payment.refundFailed("re_9", leaseEnd));
    }

    private void refund() {
        succeed();
        cancelOrder();
        payment.refunded("re_1", now);
    }
}
