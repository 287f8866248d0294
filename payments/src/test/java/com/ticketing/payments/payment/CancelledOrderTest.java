package com.ticketing.payments.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class CancelledOrderTest extends PaymentStates {

    @Test
    void aChargeBeforeTheCancellationIsRefunded() {
        succeed();
        cancelOrder();
        assertThat(payment.isRefundPending()).isTrue();
        assertThat(payment.isCheckDue(now)).isTrue();
    }

    @Test
    void aChargeAfterTheCancellationIsRefunded() {
        confirm();
        cancelOrder();
        assertThat(payment.isRefundPending()).isFalse();
        payment.succeed(VISA, now);
        assertThat(payment.isRefundPending()).isTrue();
        assertThat(payment.isCheckDue(now)).isTrue();
    }

    @Test
    void thePaymentIntentOfACancelledOrderIsCheckedAtOnce() {
        decline();
        cancelOrder();
        assertThat(payment.isCheckDue(now)).isTrue();
        payment.cancel();
        assertThat(status()).isEqualTo(ChargeStatus.CANCELLED);
        assertThat(payment.isCheckDue(Instant.MAX)).isFalse();
    }

    @Test
    void aCancelledOrderWithoutAChargeNeedsNoCheck() {
        cancelOrder();
        assertThat(payment.isCheckDue(Instant.MAX)).isFalse();
    }

    @Test
    void aChargeIsRefundedOnce() {
        succeed();
        cancelOrder();
        payment.refunded("re_1", now);
        assertThat(status()).isEqualTo(ChargeStatus.REFUNDED);
        assertThat(payment.isRefundPending()).isFalse();
        assertThatIllegalStateException().isThrownBy(() -> payment.refunded("re_1", now));
        assertThatIllegalStateException().isThrownBy(() -> payment.requestRefund("again", true, now));
    }
}
