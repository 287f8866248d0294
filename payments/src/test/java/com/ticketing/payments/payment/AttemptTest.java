package com.ticketing.payments.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class AttemptTest extends PaymentStates {

    @Test
    void anAttemptGoesFromRequestedThroughProcessingToSucceeded() {
        startFirstAttempt();
        assertThat(status()).isEqualTo(ChargeStatus.REQUESTED);
        payment.intentCreated(INTENT);
        payment.confirm(1, "pm_1", now);
        assertThat(status()).isEqualTo(ChargeStatus.PROCESSING);
        payment.succeed(VISA, now);
        assertThat(status()).isEqualTo(ChargeStatus.SUCCEEDED);
        assertThat(payment.isCheckDue(Instant.MAX)).isFalse();
    }

    @Test
    void noAttemptStartsWhileAnotherIsUndecided() {
        confirm();
        assertThatIllegalStateException().isThrownBy(() -> startAttempt("pm_2"));
    }

    @Test
    void anOrderHasOneChargeOnly() {
        decline();
        assertThatIllegalStateException().isThrownBy(this::startFirstAttempt);
    }

    @Test
    void aCheckIsDueOnceTheLeaseOfAnAttemptEnds() {
        confirm();
        assertThat(payment.isCheckDue(leaseEnd.minusMillis(1))).isFalse();
        assertThat(payment.isCheckDue(leaseEnd)).isTrue();
    }

    @Test
    void noCardIsConfirmedBeforeThePaymentIntentIsStored() {
        startFirstAttempt();
        assertThatIllegalStateException().isThrownBy(() -> payment.confirm(1, "pm_1", now));
    }

    @Test
    void noAttemptStartsOnceTheHoldHasExpired() {
        assertThatIllegalStateException()
                .isThrownBy(() -> payment.startFirstAttempt(charge(), order.expiresAt(), order.expiresAt()));
    }

    @Test
    void noCardIsConfirmedOnceTheHoldHasExpired() {
        startFirstAttempt();
        payment.intentCreated(INTENT);
        assertThatIllegalStateException().isThrownBy(() -> payment.confirm(1, "pm_1", order.expiresAt()));
    }

    @Test
    void noCardIsConfirmedOnceTheOrderIsCancelled() {
        startFirstAttempt();
        payment.intentCreated(INTENT);
        cancelOrder();
        assertThatIllegalStateException().isThrownBy(() -> payment.confirm(1, "pm_1", now));
    }

    @Test
    void noCardIsConfirmedForAnAttemptThatWasDeclined() {
        startFirstAttempt();
        payment.intentCreated(INTENT);
        payment.decline(1, DECLINE);
        assertThatIllegalStateException().isThrownBy(() -> payment.confirm(1, "pm_1", now));
    }

    @Test
    void anAttemptDoesNotChangeALaterAttempt() {
        decline();
        startAttempt("pm_2");
        assertThatIllegalStateException().isThrownBy(() -> payment.decline(1, DECLINE));
        assertThatIllegalStateException().isThrownBy(() -> payment.loseOutcome(1, now));
        assertThatIllegalStateException().isThrownBy(() -> payment.requireAction(1));
    }

    @Test
    void anOrderHasOnePaymentIntentOnly() {
        confirm();
        assertThatIllegalStateException().isThrownBy(() -> payment.intentCreated("pi_2"));
    }
}
