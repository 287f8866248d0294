package com.ticketing.payments.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import com.ticketing.payments.OrderEvents;
import com.ticketing.payments.payment.Charge;
import com.ticketing.payments.payment.ChargeStatus;
import com.ticketing.payments.payment.IdempotencyKeys;
import com.ticketing.payments.payment.OnePayment;
import com.ticketing.payments.payment.OrderReplica;
import com.ticketing.payments.payment.Payment;
import com.ticketing.payments.payment.PaymentProperties;
import com.ticketing.payments.payment.Refund;
import com.ticketing.payments.stripe.RejectedException;
import com.ticketing.payments.stripe.StripeGateway;
import com.ticketing.payments.stripe.StripeRefund;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.IntFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RefunderTest {

    private final OrderEvents order = OrderEvents.priced("20");
    private final Instant now = order.expiresAt().minusSeconds(60);
    private final Payment payment = Payment.of(order.id(), OrderReplica.of(order.created()));
    private final StripeGateway stripe = mock(StripeGateway.class);
    private final IdempotencyKeys keys = mock(IdempotencyKeys.class);
    private final RejectedException rejection = mock(RejectedException.class);
    private final Refunder refunder = new Refunder(
            stripe, keys, OnePayment.of(payment), mock(PaymentProperties.class), Clock.fixed(now, ZoneOffset.UTC));

    @BeforeEach
    void requestRefund() {
        payment.startFirstAttempt(
                Charge.first("payment-1", 2000, "usd", "pm_1", "request-1", now), now, now.plusSeconds(30));
        payment.intentCreated("pi_1");
        payment.confirm(1, "pm_1", now);
        payment.succeed(null, now);
        payment.requestRefund(Refund.REQUESTED, false, now);
        when(rejection.isAboutRequest()).thenReturn(true);
        when(rejection.code()).thenReturn("charge_disputed");
        when(keys.send(any(), any()))
                .thenAnswer(call -> call.<IntFunction<?>>getArgument(1).apply(0));
    }

    @Test
    void aRefundIsStored() {
        when(stripe.refund(anyString(), anyInt(), anyInt(), anyString())).thenReturn(new StripeRefund("re_1", false));
        refunder.refund(payment);
        assertThat(payment.charged().status()).isEqualTo(ChargeStatus.REFUNDED);
    }

    @Test
    void aRefundThatAnotherProcessHasStoredAsFailedIsNotStoredAsMade() {
        when(stripe.refund(anyString(), anyInt(), anyInt(), anyString())).thenAnswer(call -> {
            payment.refundFailed("re_1", now.plusSeconds(60));
            return new StripeRefund("re_1", false);
        });
        refunder.refund(payment);
        assertThat(payment.isRefundPending()).isTrue();
        assertThat(payment.requestedRefund().failures()).containsExactly("re_1");
    }

    @Test
    void aRejectionEndsTheRefund() {
        when(stripe.refund(anyString(), anyInt(), anyInt(), anyString())).thenThrow(rejection);
        refunder.refund(payment);
        assertThat(payment.requestedRefund().isRejected()).isTrue();
    }

    @Test
    void aLateRejectionDoesNotEndTheNextAttempt() {
        when(stripe.refund(anyString(), anyInt(), anyInt(), anyString())).thenAnswer(call -> {
            payment.refundFailed("re_1", now.plusSeconds(60));
            throw rejection;
        });
        refunder.refund(payment);
        assertThat(payment.isRefundPending()).isTrue();
    }

    @Test
    void aLateRejectionDoesNotEndTheNextRequest() {
        when(stripe.refund(anyString(), anyInt(), anyInt(), anyString())).thenAnswer(call -> {
            payment.rejectRefund("charge_disputed", now.plusSeconds(60));
            payment.requestRefund(Refund.REQUESTED, false, now.plusSeconds(61));
            throw rejection;
        });
        refunder.refund(payment);
        assertThat(payment.isRefundPending()).isTrue();
    }

    @Test
    void noRefundIsSentDuringThePauseAfterAFailedOne() {
        payment.refundFailed("re_1", now.plusSeconds(60));
        refunder.refund(payment);
        assertThat(payment.isRefundPending()).isTrue();
        verifyNoInteractions(stripe);
    }
}
