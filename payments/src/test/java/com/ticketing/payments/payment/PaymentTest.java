package com.ticketing.payments.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

/** What holds of a payment in any state. */
class PaymentTest extends PaymentStates {

    @Test
    void anOrderThatWasPaidElsewhereHasItsIntentEnded() {
        process();
        payment.decline(1, "no");
        payment.follow(OrderReplica.of(order.completed()), now);
        assertThat(payment.isDue(now)).isTrue();
        assertThat(payment.isRefundOpen()).isFalse();
    }

    @Test
    void theBankIsAwaitedForTheAttemptThatAsked() {
        process();
        payment.requireAction(1);
        request("pm_2");
        assertThatIllegalStateException().isThrownBy(() -> payment.requireAction(1));
        payment.requireAction(2);
        assertThat(status()).isEqualTo(ChargeStatus.ACTION_REQUIRED);
        payment.decline(2, "not authenticated");
        assertThat(status()).isEqualTo(ChargeStatus.DECLINED);
    }

    @Test
    void moneyIsTakenOnce() {
        succeed();
        assertThatIllegalStateException().isThrownBy(() -> payment.succeed(VISA, now));
        assertThatIllegalStateException().isThrownBy(() -> request("pm_2"));
        assertThatIllegalStateException().isThrownBy(payment::cancel);
    }

    @Test
    void nothingIsGivenBackThatWasNotTaken() {
        process();
        assertThatIllegalStateException().isThrownBy(() -> payment.requestRefund("why", false, now));
    }

    @Test
    void isLookedAfterLaterAndLater() {
        process();
        payment.postpone(lease.plusSeconds(1));
        payment.postpone(lease.plusSeconds(3));
        assertThat(payment.checks()).isEqualTo(2);
        assertThat(payment.isDue(lease.plusSeconds(2))).isFalse();
    }
}
