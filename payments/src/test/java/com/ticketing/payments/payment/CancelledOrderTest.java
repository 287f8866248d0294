package com.ticketing.payments.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The payment of an order that was cancelled. */
class CancelledOrderTest extends PaymentStates {

    @Test
    void givesBackMoneyThatCameBefore() {
        succeed();
        cancelOrder();
        assertThat(payment.isRefundOpen()).isTrue();
        assertThat(payment.isDue(now)).isTrue();
    }

    @Test
    void givesBackMoneyThatComesAfter() {
        process();
        cancelOrder();
        assertThat(payment.isRefundOpen()).isFalse();
        payment.succeed(VISA, now);
        assertThat(payment.isRefundOpen()).isTrue();
        assertThat(payment.isDue(now)).isTrue();
    }

    @Test
    void hasItsIntentLookedAfterAtOnce() {
        process();
        payment.decline(1, "no");
        cancelOrder();
        assertThat(payment.isDue(now)).isTrue();
        payment.cancel();
        assertThat(status()).isEqualTo(ChargeStatus.CANCELLED);
        assertThat(payment.isDue(Instant.MAX)).isFalse();
    }

    @Test
    void withoutAChargeNeedsNothing() {
        cancelOrder();
        assertThat(payment.isDue(Instant.MAX)).isFalse();
    }

    @Test
    void givesBackOnce() {
        succeed();
        cancelOrder();
        payment.refunded("re_1", now);
        assertThat(status()).isEqualTo(ChargeStatus.REFUNDED);
        assertThat(payment.isRefundOpen()).isFalse();
        assertThatIllegalStateException().isThrownBy(() -> payment.refunded("re_1", now));
        assertThatIllegalStateException().isThrownBy(() -> payment.requestRefund("again", true, now));
    }
}
