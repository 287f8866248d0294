package com.ticketing.payments.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.ticketing.common.events.DisputeStatus;
import com.ticketing.common.events.PaymentDisputed;
import com.ticketing.payments.stripe.Dispute;
import com.ticketing.payments.stripe.Reversals;
import com.ticketing.testsupport.MessageOrderings;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReversalsTest extends PaymentStates {

    private final Dispute dispute = dispute("needs_response");

    private Dispute dispute(String status) {
        return new Dispute("du_1", status, "fraudulent", 1999, now);
    }

    private Dispute laterDispute(String status) {
        return new Dispute("du_2", status, "general", 1999, now.plusSeconds(1));
    }

    private void read(@Nullable Dispute atStripe) {
        payment.reverse(new Reversals(0, atStripe), now);
    }

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

    @Test
    void aDisputeIsPublishedWhenItsStatusChanges() {
        succeed();
        read(dispute);
        assertThat(published()).containsExactly(DisputeStatus.OPEN);
        read(dispute);
        read(dispute("under_review"));
        assertThat(payment.reversals().dispute()).isEqualTo(dispute("under_review"));
        assertThat(published()).containsExactly(DisputeStatus.OPEN);
        read(dispute("lost"));
        read(dispute("lost"));
        assertThat(published()).containsExactly(DisputeStatus.OPEN, DisputeStatus.LOST);
    }

    @Test
    void aPartialRefundPublishesNothing() {
        succeed();
        payment.reverse(new Reversals(500, null), now);
        assertThat(published()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"lost, LOST", "won, WON", "warning_closed, WON"})
    void anOlderStateOfADisputeIsIgnored(String decided, DisputeStatus status) {
        succeed();
        read(dispute(decided));
        read(dispute);
        read(null);
        assertThat(payment.reversals().dispute()).isEqualTo(dispute(decided));
        assertThat(published()).containsExactly(status);
    }

    @Test
    void aLaterDisputeReplacesOneThatTheSellerHasWon() {
        succeed();
        read(dispute("won"));
        read(laterDispute("needs_response"));
        read(dispute("won"));
        assertThat(payment.reversals().dispute()).isEqualTo(laterDispute("needs_response"));
        read(laterDispute("lost"));
        assertThat(published()).containsExactly(DisputeStatus.WON, DisputeStatus.OPEN, DisputeStatus.LOST);
    }

    @Test
    void aLostDisputeStaysLostForEveryOrderingOfReads() {
        succeed();
        Reversals none = payment.reversals();
        List<Dispute> reads = List.of(
                dispute, dispute("under_review"), dispute("lost"), laterDispute("needs_response"), laterDispute("won"));
        assertThat(MessageOrderings.permutationsWithDuplicates(reads, 1))
                .isNotEmpty()
                .allSatisfy(ordering -> {
                    Reversals last = ordering.stream()
                            .map(each -> new Reversals(0, each))
                            .reduce(none, Reversals::apply);
                    assertThat(last.dispute()).isEqualTo(dispute("lost"));
                });
    }

    private List<DisputeStatus> published() {
        return assertThat(payment)
                .extracting("raised", InstanceOfAssertFactories.LIST)
                .extracting("event")
                .filteredOn(PaymentDisputed.class::isInstance)
                .actual()
                .stream()
                .map(event -> ((PaymentDisputed) event).status())
                .toList();
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
    void aDisputeHasAnOutcome(String status, DisputeStatus outcome) {
        assertThat(new Dispute("du_1", status, "fraudulent", 1999, now).outcome())
                .isEqualTo(outcome);
    }
}
