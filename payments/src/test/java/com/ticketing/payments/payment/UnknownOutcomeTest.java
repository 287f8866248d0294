package com.ticketing.payments.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class UnknownOutcomeTest extends PaymentStates {

    @Test
    void anUnknownOutcomeIsCheckedAtTheGivenTime() {
        confirm();
        payment.loseOutcome(1, now.plusSeconds(2));
        assertThat(status()).isEqualTo(ChargeStatus.UNKNOWN);
        assertThat(payment.isCheckDue(now)).isFalse();
        assertThat(payment.isCheckDue(now.plusSeconds(2))).isTrue();
    }

    @Test
    void noAttemptStartsWhileAnOutcomeIsUnknown() {
        confirm();
        payment.loseOutcome(1, now);
        assertThatIllegalStateException().isThrownBy(() -> startAttempt("pm_2"));
    }

    @Test
    void anUnknownOutcomeEndsInTheStateAtStripe() {
        confirm();
        payment.loseOutcome(1, now);
        payment.succeed(VISA, now);
        assertThat(status()).isEqualTo(ChargeStatus.SUCCEEDED);
    }
}
