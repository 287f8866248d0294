package com.ticketing.payments.payment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeclineTest extends PaymentStates {

    @Test
    void anotherCardCanBeTriedOnTheSamePaymentIntent() {
        decline();
        assertThat(status()).isEqualTo(ChargeStatus.DECLINED);
        assertThat(payment.charged().lastDecline()).isEqualTo(DECLINE);
        startAttempt("pm_2");
        assertThat(payment.charged().attempt()).isEqualTo(2);
        assertThat(payment.intentId()).isEqualTo(INTENT);
        assertThat(payment.charged().paymentId()).isEqualTo("payment-1");
        assertThat(payment.charged().lastDecline()).isNull();
    }

    @Test
    void successAtStripeOverridesADecline() {
        decline();
        payment.succeed(VISA, now);
        assertThat(status()).isEqualTo(ChargeStatus.SUCCEEDED);
    }

    @Test
    void thePaymentMethodIsReusedForTheSameSourceOnly() {
        decline();
        startAttempt("pm_1");
        assertThat(payment.charged().methodId()).isEqualTo("pm_1");
        payment.decline(2, DECLINE);
        startAttempt("pm_2");
        assertThat(payment.charged().methodId()).isNull();
    }
}
