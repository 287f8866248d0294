package com.ticketing.payments.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

/** An attempt whose end was not heard. */
class UnknownOutcomeTest extends PaymentStates {

    @Test
    void isAskedAboutAtTheGivenTime() {
        process();
        payment.unknown(1, now.plusSeconds(2));
        assertThat(status()).isEqualTo(ChargeStatus.UNKNOWN);
        assertThat(payment.isDue(now)).isFalse();
        assertThat(payment.isDue(now.plusSeconds(2))).isTrue();
    }

    @Test
    void keepsOthersOut() {
        process();
        payment.unknown(1, now);
        assertThatIllegalStateException().isThrownBy(() -> request("pm_2"));
    }

    @Test
    void endsInWhatStripeSays() {
        process();
        payment.unknown(1, now);
        payment.succeed(VISA, now);
        assertThat(status()).isEqualTo(ChargeStatus.SUCCEEDED);
    }
}
