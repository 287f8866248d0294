package com.ticketing.payments.payment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** An attempt that took no money. */
class DeclineTest extends PaymentStates {

    @Test
    void letsAnotherCardTryOnTheSameIntent() {
        process();
        payment.decline(1, "Your card was declined.");
        assertThat(status()).isEqualTo(ChargeStatus.DECLINED);
        request("pm_2");
        assertThat(payment.charged().attempt()).isEqualTo(2);
        assertThat(payment.intentId()).isEqualTo(INTENT);
        assertThat(payment.charged().paymentId()).isEqualTo("payment-1");
        assertThat(payment.charged().failure()).isNull();
    }

    @Test
    void isOverruledByMoneyThatWasTakenAllTheSame() {
        process();
        payment.decline(1, "no");
        payment.succeed(VISA, now);
        assertThat(status()).isEqualTo(ChargeStatus.SUCCEEDED);
    }

    @Test
    void keepsThePaymentMethodForTheSameSourceOnly() {
        process();
        payment.decline(1, "no");
        request("pm_1");
        assertThat(payment.charged().methodId()).isEqualTo("pm_1");
        payment.decline(2, "no");
        request("pm_2");
        assertThat(payment.charged().methodId()).isNull();
    }
}
