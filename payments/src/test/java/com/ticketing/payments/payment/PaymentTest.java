package com.ticketing.payments.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class PaymentTest extends PaymentStates {

    @Test
    void anOrderPaidElsewhereIsCheckedAtOnceAndNotRefunded() {
        decline();
        payment.applyOrder(OrderReplica.of(order.completed()), now);
        assertThat(payment.isCheckDue(now)).isTrue();
        assertThat(payment.isRefundPending()).isFalse();
    }

    @Test
    void anAuthenticationCanBeDeclinedByTheAttemptThatRequiredIt() {
        confirm();
        payment.requireAction(1);
        assertThat(status()).isEqualTo(ChargeStatus.ACTION_REQUIRED);
        payment.decline(1, DECLINE);
        assertThat(status()).isEqualTo(ChargeStatus.DECLINED);
    }

    @Test
    void anotherCardCanBeTriedInsteadOfAnAuthentication() {
        confirm();
        payment.requireAction(1);
        startAttempt("pm_2");
        assertThat(status()).isEqualTo(ChargeStatus.REQUESTED);
    }

    @Test
    void anOrderIsChargedOnce() {
        succeed();
        assertThatIllegalStateException().isThrownBy(() -> payment.succeed(VISA, now));
        assertThatIllegalStateException().isThrownBy(() -> startAttempt("pm_2"));
        assertThatIllegalStateException().isThrownBy(payment::cancel);
    }

    @Test
    void aPaymentThatWasNotMadeIsNotRefunded() {
        confirm();
        assertThatIllegalStateException().isThrownBy(() -> payment.requestRefund("why", false, now));
    }

    @Test
    void eachClaimMovesTheCheckAndIsCounted() {
        confirm();
        payment.claimUntil(leaseEnd.plusSeconds(1));
        payment.claimUntil(leaseEnd.plusSeconds(3));
        assertThat(payment.checks()).isEqualTo(2);
        assertThat(payment.isCheckDue(leaseEnd.plusSeconds(2))).isFalse();
    }

    @Test
    void aDueCheckThatNobodyHasClaimedIsNotScheduledAgain() {
        decline();
        payment.scheduleCheck(now);
        assertThat(payment.allowsCheck(now)).isFalse();
    }

    @Test
    void aCheckIsScheduledAlthoughARunningOneHasOutlivedItsClaim() {
        decline();
        payment.scheduleCheck(now);
        payment.claimUntil(now.plusSeconds(2));
        assertThat(payment.isCheckDue(now.plusSeconds(3))).isTrue();
        assertThat(payment.allowsCheck(now.plusSeconds(3))).isTrue();
    }

    @Test
    void aSuccessEndsTheChecksOfItsAttempt() {
        succeed();
        assertThat(payment.isCheckDue(Instant.MAX)).isFalse();
    }

    @Test
    void aSuccessEndsTheCheckThatHasFoundIt() {
        confirm();
        payment.loseOutcome(1, now);
        payment.claimUntil(now.plusSeconds(2));
        payment.succeed(VISA, now.plusSeconds(3));
        assertThat(payment.isCheckDue(Instant.MAX)).isFalse();
    }

    @Test
    void aSuccessLeavesACheckThatWasScheduledDuringAnother() {
        confirm();
        payment.loseOutcome(1, now);
        payment.claimUntil(now.plusSeconds(2));
        payment.scheduleCheck(now);
        payment.succeed(VISA, now);
        assertThat(payment.isCheckDue(now)).isTrue();
        assertThat(payment.hasNeedlessCheck()).isFalse();
    }

    @Test
    void aRefundLeavesACheckThatWasScheduledWhileItWasMade() {
        succeed();
        payment.requestRefund(Refund.REQUESTED, false, now);
        payment.claimUntil(now.plusSeconds(2));
        payment.scheduleCheck(now);
        payment.refunded("re_1", now);
        assertThat(payment.isCheckDue(now)).isTrue();
    }

    @Test
    void aRefundEndsTheCheckThatHasMadeIt() {
        succeed();
        payment.requestRefund(Refund.REQUESTED, false, now);
        payment.claimUntil(now.plusSeconds(2));
        payment.refunded("re_1", now.plusSeconds(3));
        assertThat(payment.isCheckDue(Instant.MAX)).isFalse();
    }

    @Test
    void checksOfAnOpenPaymentIntentDoNotStop() {
        decline();
        assertThatIllegalStateException().isThrownBy(payment::stopChecks);
    }

    @Test
    void checksOfAPendingRefundDoNotStop() {
        succeed();
        payment.requestRefund(Refund.REQUESTED, false, now);
        assertThat(payment.hasNeedlessCheck()).isFalse();
        assertThatIllegalStateException().isThrownBy(payment::stopChecks);
    }
}
