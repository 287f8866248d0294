package com.ticketing.payments.charge;

import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.payments.OrderEvents;
import com.ticketing.payments.PaymentError;
import com.ticketing.payments.payment.Charge;
import com.ticketing.payments.payment.OrderReplica;
import com.ticketing.payments.payment.Payment;
import com.ticketing.payments.payment.Refund;
import com.ticketing.payments.stripe.Decline;
import com.ticketing.payments.stripe.Intent;
import com.ticketing.payments.stripe.Intent.Card;
import com.ticketing.payments.stripe.Intent.Status;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChargeOutcomeTest {

    private static final Card VISA = new Card("visa", "4242");
    private static final Decline EXPIRED = Decline.of(PaymentError.CARD_EXPIRED);

    private final OrderEvents order = OrderEvents.priced("20");
    private final Instant now = order.expiresAt().minusSeconds(60);
    private final Payment payment = Payment.of(order.id(), OrderReplica.of(order.created()));

    @BeforeEach
    void startAttempt() {
        payment.startFirstAttempt(
                Charge.first("payment-1", 2000, "usd", "pm_1", "request-1", now), now, now.plusSeconds(30));
        payment.intentCreated("pi_1");
        payment.confirm(1, "pm_1", now);
    }

    @Test
    void successOfAnUnpaidPaymentIsStored() {
        assertThat(outcome(Status.SUCCEEDED)).isEqualTo(new ChargeOutcome.Succeeded(VISA, false));
        assertThat(ChargeOutcome.of(payment, 1, intent(Status.SUCCEEDED, null, true)))
                .isEqualTo(new ChargeOutcome.Succeeded(VISA, true));
    }

    @Test
    void successOfADeclinedPaymentIsStored() {
        payment.decline(1, EXPIRED);
        assertThat(outcome(Status.SUCCEEDED)).isEqualTo(new ChargeOutcome.Succeeded(VISA, false));
    }

    @Test
    void successOfAPaidPaymentChangesNothing() {
        payment.succeed(VISA, now);
        assertThat(outcome(Status.SUCCEEDED)).isEqualTo(new ChargeOutcome.Unchanged());
    }

    @Test
    void checksOfAPaidPaymentStop() {
        payment.succeed(VISA, now);
        payment.scheduleCheck(now);
        payment.claimUntil(now.plusSeconds(30));
        assertThat(outcome(Status.SUCCEEDED)).isEqualTo(new ChargeOutcome.AlreadyFinal());
    }

    @Test
    void aCheckThatWasScheduledDuringAnotherDoesNotStop() {
        payment.succeed(VISA, now);
        payment.scheduleCheck(now);
        payment.claimUntil(now.plusSeconds(30));
        payment.scheduleCheck(now);
        assertThat(outcome(Status.SUCCEEDED)).isEqualTo(new ChargeOutcome.Unchanged());
    }

    @Test
    void aRefundMadeAtStripeIsStoredOnce() {
        payment.succeed(VISA, now);
        Intent refunded = intent(Status.SUCCEEDED, null, true);
        assertThat(ChargeOutcome.of(payment, 1, refunded)).isEqualTo(new ChargeOutcome.RefundedExternally());
        payment.requestRefund(Refund.EXTERNAL, false, now);
        assertThat(ChargeOutcome.of(payment, 1, refunded)).isEqualTo(new ChargeOutcome.Unchanged());
    }

    @Test
    void aRefundMadeAtStripeIsStoredAfterARejectedOne() {
        payment.succeed(VISA, now);
        payment.requestRefund(Refund.REQUESTED, false, now);
        payment.rejectRefund("charge_disputed", now);
        assertThat(ChargeOutcome.of(payment, 1, intent(Status.SUCCEEDED, null, true)))
                .isEqualTo(new ChargeOutcome.RefundedExternally());
    }

    @Test
    void cancellationIsStoredUnlessThePaymentIsFinal() {
        assertThat(outcome(Status.CANCELED)).isEqualTo(new ChargeOutcome.Cancelled());
        payment.cancel();
        assertThat(outcome(Status.CANCELED)).isEqualTo(new ChargeOutcome.Unchanged());
    }

    @Test
    void anOpenPaymentIntentDeclinesTheAttemptThatAsked() {
        assertThat(ChargeOutcome.of(payment, 1, intent(Status.OPEN, EXPIRED, false)))
                .isEqualTo(new ChargeOutcome.Declined(EXPIRED));
        assertThat(outcome(Status.OPEN))
                .isEqualTo(new ChargeOutcome.Declined(Decline.of(PaymentError.PAYMENT_NOT_COMPLETED)));
        payment.requireAction(1);
        assertThat(ChargeOutcome.of(payment, 1, intent(Status.OPEN, EXPIRED, false)))
                .isEqualTo(new ChargeOutcome.Declined(EXPIRED));
    }

    @Test
    void aRequiredAuthenticationIsStoredOnce() {
        assertThat(outcome(Status.REQUIRES_ACTION)).isEqualTo(new ChargeOutcome.ActionRequired());
        payment.requireAction(1);
        assertThat(outcome(Status.REQUIRES_ACTION)).isEqualTo(new ChargeOutcome.Unchanged());
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.class,
            names = {"OPEN", "REQUIRES_ACTION"})
    void anAnswerForAnEarlierAttemptChangesNothing(Status status) {
        payment.decline(1, EXPIRED);
        payment.startAttempt("pm_2", "request-2", now, now.plusSeconds(30));
        assertThat(outcome(status)).isEqualTo(new ChargeOutcome.Unchanged());
    }

    @Test
    void processingChangesNothing() {
        assertThat(outcome(Status.PROCESSING)).isEqualTo(new ChargeOutcome.Unchanged());
    }

    private ChargeOutcome outcome(Status status) {
        return ChargeOutcome.of(payment, 1, intent(status, null, false));
    }

    private static Intent intent(Status status, @Nullable Decline lastDecline, boolean refunded) {
        return new Intent("pi_1", status, null, lastDecline, VISA, refunded, null);
    }
}
