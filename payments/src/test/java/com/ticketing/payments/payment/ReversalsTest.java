package com.ticketing.payments.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.ticketing.payments.stripe.Dispute;
import com.ticketing.payments.stripe.Reversals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReversalsTest extends PaymentStates {

    private final Dispute dispute = new Dispute("du_1", "needs_response", "fraudulent", 1999, now);

    @Test
    void aPaidPaymentHasNoReversals() {
        succeed();
        assertThat(payment.reversals()).isEqualTo(Reversals.NONE);
    }

    @Test
    void aPartialRefundAndADisputeLeaveThePaymentPaid() {
        succeed();
        Reversals both = new Reversals(500, dispute);
        payment.reverse(both, now);
        assertThat(payment.reversals()).isEqualTo(both);
        assertThat(status()).isEqualTo(ChargeStatus.SUCCEEDED);
        assertThat(payment.isRefundPending()).isFalse();
    }

    @Test
    void aFullRefundReplacesThePart() {
        succeed();
        payment.reverse(new Reversals(500, dispute), now);
        payment.requestRefund(Refund.REQUESTED, false, now);
        payment.refunded("re_1", now);
        assertThat(payment.reversals()).isEqualTo(new Reversals(0, dispute));
    }

    @Test
    void aRefundedPaymentCanBeDisputed() {
        succeed();
        payment.requestRefund(Refund.REQUESTED, false, now);
        payment.refunded("re_1", now);
        payment.reverse(new Reversals(0, dispute), now);
        assertThat(status()).isEqualTo(ChargeStatus.REFUNDED);
        assertThat(payment.reversals().dispute()).isEqualTo(dispute);
    }

    @Test
    void anUnpaidPaymentHasNothingToReverse() {
        decline();
        assertThatIllegalStateException().isThrownBy(() -> payment.reverse(new Reversals(500, null), now));
        assertThatIllegalStateException().isThrownBy(() -> payment.reverse(new Reversals(0, dispute), now));
    }

    @ParameterizedTest
    @CsvSource({
        "needs_response, OPEN",
        "under_review, OPEN",
        "warning_needs_response, OPEN",
        "something_new, OPEN",
        "won, WON",
        "warning_closed, WON",
        "prevented, WON",
        "lost, LOST"
    })
    void aDisputeHasAnOutcome(String status, Dispute.Outcome outcome) {
        assertThat(new Dispute("du_1", status, "fraudulent", 1999, now).outcome())
                .isEqualTo(outcome);
    }
}
