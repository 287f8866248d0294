package com.ticketing.payments.charge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import com.ticketing.common.errors.ApiException;
import com.ticketing.common.quotas.HourlyQuotas;
import com.ticketing.payments.OrderEvents;
import com.ticketing.payments.PaymentError;
import com.ticketing.payments.payment.Charge;
import com.ticketing.payments.payment.OrderReplica;
import com.ticketing.payments.payment.Payment;
import com.ticketing.payments.payment.Payments;
import com.ticketing.payments.stripe.StripeGateway;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A buyer who has asked too often about a payment that waits for the bank causes no more requests to Stripe. */
class RetrievalQuotaTest {

    private final OrderEvents order = OrderEvents.priced("20");
    private final Payment payment = Payment.of(order.id(), OrderReplica.of(order.created()));
    private final Payments payments = mock(Payments.class);
    private final StripeGateway stripe = mock(StripeGateway.class);
    private final HourlyQuotas quotas = mock(HourlyQuotas.class);
    private final Checkout checkout =
            new Checkout(stripe, mock(PaymentIntents.class), mock(ChargeOutcomes.class), quotas);

    @BeforeEach
    void waitForTheBankWithoutQuota() {
        Instant now = order.expiresAt().minusSeconds(60);
        payment.startFirstAttempt(
                Charge.first("payment-1", 2000, "usd", "pm_1", "request-1", now), now, now.plusSeconds(30));
        payment.intentCreated("pi_1");
        payment.confirm(1, "pm_1", now);
        payment.requireAction(1);
        doThrow(new ApiException(PaymentError.TOO_MANY_PAYMENT_ATTEMPTS))
                .when(quotas)
                .use(anyString(), eq(order.buyer()), anyInt(), any());
    }

    @Test
    void aRepeatedRequestToPayIsRejected() {
        assertThatThrownBy(() -> checkout.resume(payment))
                .isInstanceOf(ApiException.class)
                .hasMessage(PaymentError.TOO_MANY_PAYMENT_ATTEMPTS.message());
        verifyNoInteractions(stripe);
    }

    @Test
    void aPollReturnsTheStoredPayment() {
        when(payments.find(order.id())).thenReturn(Optional.of(payment));

        assertThat(new OpenPayments(payments, checkout).find(order.buyer(), order.id()))
                .containsSame(payment);
        verifyNoInteractions(stripe);
    }
}
