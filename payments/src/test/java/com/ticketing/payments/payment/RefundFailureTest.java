package com.ticketing.payments.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A refund that the bank refuses, at once or later. */
class RefundFailureTest extends PaymentStates {

    @Test
    void makesTheMoneyOwedAgain() {
        refunded();
        payment.refundFailed("re_1", lease);
        assertThat(status()).isEqualTo(ChargeStatus.SUCCEEDED);
        assertThat(payment.isRefundOpen()).isTrue();
        assertThat(payment.isDue(lease.minusMillis(1))).isFalse();
        assertThat(payment.isDue(lease)).isTrue();
    }

    @Test
    void isFollowedByAnotherUnderAKeyOfItsOwn() {
        refunded();
        payment.refundFailed("re_1", lease);
        assertThat(refund().attempt()).isEqualTo(2);
        assertThat(refund().isTold()).isTrue();
        payment.refunded("re_2", lease);
        assertThat(status()).isEqualTo(ChargeStatus.REFUNDED);
        assertThat(refund().failures()).containsExactly("re_1");
    }

    @Test
    void thatIsKnownAtOnceHasBeenToldToNobody() {
        succeed();
        cancelOrder();
        payment.refundFailed("re_1", lease);
        assertThat(status()).isEqualTo(ChargeStatus.SUCCEEDED);
        assertThat(refund().isTold()).isFalse();
        payment.refunded("re_2", lease);
        assertThat(refund().isTold()).isTrue();
    }

    @Test
    void isNotThatOfAnotherRefund() {
        refunded();
        assertThatIllegalStateException().isThrownBy(() -> payment.refundFailed("re_9", lease));
    }

    private Refund refund() {
        return Objects.requireNonNull(payment.refund());
    }

    private void refunded() {
        succeed();
        cancelOrder();
        payment.refunded("re_1", now);
    }
}
