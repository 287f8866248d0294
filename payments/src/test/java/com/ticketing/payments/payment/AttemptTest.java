package com.ticketing.payments.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** An attempt to pay: one at a time, and each for itself only. */
class AttemptTest extends PaymentStates {

    @Test
    void goesFromRequestedOverProcessingToSucceeded() {
        request("pm_1");
        assertThat(status()).isEqualTo(ChargeStatus.REQUESTED);
        payment.intentCreated(INTENT);
        payment.process(1, "pm_1", now);
        assertThat(status()).isEqualTo(ChargeStatus.PROCESSING);
        payment.succeed(VISA, now);
        assertThat(status()).isEqualTo(ChargeStatus.SUCCEEDED);
        assertThat(payment.isDue(Instant.MAX)).isFalse();
    }

    @Test
    void keepsOthersOutUntilItIsDecided() {
        process();
        assertThatIllegalStateException().isThrownBy(() -> request("pm_2"));
    }

    @Test
    void keepsOthersOutForItsLeaseOnly() {
        process();
        assertThat(payment.isDue(lease.minusMillis(1))).isFalse();
        assertThat(payment.isDue(lease)).isTrue();
    }

    @Test
    void cannotConfirmACardBeforeTheIntentIsKnown() {
        request("pm_1");
        assertThatIllegalStateException().isThrownBy(() -> payment.process(1, "pm_1", now));
    }

    @Test
    void cannotStartOnceTheHoldIsOver() {
        assertThatIllegalStateException()
                .isThrownBy(() -> payment.request(
                        new Charge("payment-1", 1999, "usd", now), "pm_1", order.expiresAt(), order.expiresAt()));
    }

    @Test
    void cannotConfirmACardOnceTheHoldIsOver() {
        request("pm_1");
        payment.intentCreated(INTENT);
        assertThatIllegalStateException().isThrownBy(() -> payment.process(1, "pm_1", order.expiresAt()));
    }

    @Test
    void cannotConfirmACardOnceTheOrderIsCancelled() {
        request("pm_1");
        payment.intentCreated(INTENT);
        cancelOrder();
        assertThatIllegalStateException().isThrownBy(() -> payment.process(1, "pm_1", now));
    }

    @Test
    void cannotGoOnAfterItWasGivenUpForIt() {
        request("pm_1");
        payment.intentCreated(INTENT);
        payment.decline(1, "not completed");
        assertThatIllegalStateException().isThrownBy(() -> payment.process(1, "pm_1", now));
    }

    @Test
    void neverTouchesALaterAttempt() {
        process();
        payment.decline(1, "no");
        request("pm_2");
        assertThatIllegalStateException().isThrownBy(() -> payment.decline(1, "no"));
        assertThatIllegalStateException().isThrownBy(() -> payment.unknown(1, now));
    }

    @Test
    void cannotBringASecondIntent() {
        process();
        assertThatIllegalStateException().isThrownBy(() -> payment.intentCreated("pi_2"));
    }
}
