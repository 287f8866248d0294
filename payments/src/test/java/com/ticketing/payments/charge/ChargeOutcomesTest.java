package com.ticketing.payments.charge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import com.ticketing.payments.OrderEvents;
import com.ticketing.payments.payment.Charge;
import com.ticketing.payments.payment.ChargeStatus;
import com.ticketing.payments.payment.OnePayment;
import com.ticketing.payments.payment.OrderReplica;
import com.ticketing.payments.payment.Payment;
import com.ticketing.payments.payment.PaymentProperties;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChargeOutcomesTest {

    private final OrderEvents order = OrderEvents.priced("20");
    private final Instant now = order.expiresAt().minusSeconds(60);
    private final Instant leaseEnd = now.plusSeconds(30);
    private final Payment payment = Payment.of(order.id(), OrderReplica.of(order.created()));
    private final ChargeOutcomes outcomes = new ChargeOutcomes(
            OnePayment.of(payment),
            mock(PaymentProperties.class),
            mock(OutcomeMetrics.class),
            Clock.fixed(now, ZoneOffset.UTC));

    @BeforeEach
    void startAttempt() {
        payment.startFirstAttempt(Charge.first("payment-1", 2000, "usd", "pm_1", "request-1", now), now, leaseEnd);
    }

    @Test
    void anAttemptWhosePaymentIntentWasNeverCreatedIsDeclinedAndNotChecked() {
        outcomes.neverCreated(order.id(), 1);
        assertThat(payment.charged().status()).isEqualTo(ChargeStatus.DECLINED);
        assertThat(payment.isCheckDue(leaseEnd)).isFalse();
    }

    @Test
    void theCheckOfALaterAttemptRemainsIfAnEarlierOneCreatedNoPaymentIntent() {
        outcomes.neverCreated(order.id(), 1);
        payment.startAttempt("pm_2", "request-2", now, leaseEnd);
        outcomes.neverCreated(order.id(), 1);
        assertThat(payment.charged().status()).isEqualTo(ChargeStatus.REQUESTED);
        assertThat(payment.isCheckDue(leaseEnd)).isTrue();
    }
}
