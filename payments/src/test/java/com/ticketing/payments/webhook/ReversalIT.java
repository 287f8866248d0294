package com.ticketing.payments.webhook;

import static com.ticketing.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.events.DisputeStatus;
import com.ticketing.common.events.PaymentDisputed;
import com.ticketing.payments.OrderEvents;
import com.ticketing.payments.PaymentsServiceTest;
import com.ticketing.payments.charge.ChargeOutcomes;
import com.ticketing.payments.payment.ChargeStatus;
import com.ticketing.payments.payment.Payment;
import com.ticketing.payments.reconciliation.ReconciliationTrigger;
import com.ticketing.payments.stripe.Dispute;
import com.ticketing.payments.stripe.Intent;
import com.ticketing.payments.stripe.Reversals;
import com.ticketing.stripe.Fault;
import com.ticketing.testsupport.Api;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Partial refunds and disputes, which Stripe reports by webhook. */
@TestPropertySource(properties = {"management.token=for-operators-only", "payments.lease=PT1H"})
class ReversalIT extends PaymentsServiceTest {

    private static final String PATH = "/api/payments";

    @Autowired
    ReconciliationTrigger trigger;

    @Autowired
    ChargeOutcomes outcomes;

    OrderEvents order;

    @BeforeEach
    void pay() {
        String port = environment.getRequiredProperty("local.server.port");
        stripe.sendWebhooksTo(URI.create("http://127.0.0.1:" + port + PATH + "/webhook"), "whsec_test");
        order = placed("20");
        pay(order, "tok_visa").expect(201);
    }

    @AfterEach
    void stopWebhooks() {
        stripe.sendNoWebhooks();
    }

    @Test
    void aPartialRefundMadeAtStripeIsShownAndReported() {
        refundAtStripe(500);

        eventually(() -> assertThat(sale().has("refundedAmount")).isTrue());
        assertThat(sale().path("refundedAmount").decimalValue()).isEqualByComparingTo("5");
        assertThat(sale().path("status").asString()).isEqualTo("paid");
        assertThat(purchase().path("refundedAmount").decimalValue()).isEqualByComparingTo("5");
        assertThat(attention()).containsExactly("PARTLY_REFUNDED: 500 of 2000 usd");
        assertThat(differences()).isEmpty();
        awaitLaterRefund();
        assertThat(refunded(order)).isEmpty();
    }

    @Test
    void theRestOfAPartlyRefundedChargeCanBeRefunded() {
        refundAtStripe(500);
        eventually(() -> assertThat(sale().has("refundedAmount")).isTrue());

        channels.publish(order.cancelled());

        awaitStatus(order, ChargeStatus.REFUNDED);
        assertThat(sale().has("refundedAmount")).isFalse();
        assertThat(refunds(order)).hasSize(2);
        assertThat(differences()).isEmpty();
    }

    @Test
    void partialRefundsOfTheWholeAmountAreARefund() {
        refundAtStripe(500);
        refundAtStripe(1500);

        awaitStatus(order, ChargeStatus.REFUNDED);
        assertThat(sale().path("status").asString()).isEqualTo("refunded");
        assertThat(refunds(order)).hasSize(2);
        eventually(() -> assertThat(refunded(order)).hasSize(1));
    }

    @Test
    void aDisputeIsShownFromItsBeginningToItsEndAndReported() {
        String dispute = stripe.dispute(intent(order).id());

        eventually(() -> assertThat(sale().at("/dispute/status").asString()).isEqualTo("open"));
        assertThat(sale().at("/dispute/reason").asString()).isEqualTo("fraudulent");
        assertThat(sale().at("/dispute/amount").decimalValue()).isEqualByComparingTo("20");
        assertThat(Instant.parse(sale().at("/dispute/at").asString())).isAfter(Instant.EPOCH);
        assertThat(purchase().path("dispute")).isEqualTo(sale().path("dispute"));
        assertThat(attention()).containsExactly("DISPUTED: needs_response, fraudulent, 2000 usd");

        stripe.closeDispute(dispute, false);

        eventually(() -> assertThat(sale().at("/dispute/status").asString()).isEqualTo("lost"));
        assertThat(attention()).containsExactly("DISPUTED: lost, fraudulent, 2000 usd");
        assertThat(sale().path("status").asString()).isEqualTo("paid");
        assertThat(differences()).isEmpty();
    }

    @Test
    void aDisputeOfARefundedChargeIsShown() {
        channels.publish(order.cancelled());
        awaitStatus(order, ChargeStatus.REFUNDED);

        stripe.dispute(intent(order).id());

        eventually(() -> assertThat(sale().at("/dispute/status").asString()).isEqualTo("open"));
        assertThat(sale().path("status").asString()).isEqualTo("refunded");
    }

    @Test
    void aDisputeIsRecordedWhileARefundIsPending() {
        stripe.inject(Fault.status(401).times(1000).on("/refunds"));
        channels.publish(order.cancelled());
        awaitPayment(order, Payment::isRefundPending);

        String dispute = openDispute();
        stripe.closeDispute(dispute, false);
        eventually(() -> assertThat(disputed(order))
                .extracting(PaymentDisputed::status)
                .containsExactly(DisputeStatus.OPEN, DisputeStatus.LOST));

        assertThat(sale().path("status").asString()).isEqualTo("refunding");
        stripe.clearFaults();
        eventually(() -> assertThat(sale().path("status").asString()).isEqualTo("failed"));
        assertThat(sale().at("/dispute/status").asString()).isEqualTo("lost");
    }

    @Test
    void eachChangeOfTheStatusOfADisputeIsPublishedOnce() {
        String dispute = openDispute();
        reconcile();
        stripe.closeDispute(dispute, true);
        eventually(() -> assertThat(disputed(order)).hasSize(2));
        reconcile();

        // after everything that was published before
        payments.republish(order.id());
        eventually(() -> assertThat(disputed(order)).hasSize(3));
        assertThat(disputed(order))
                .extracting(PaymentDisputed::status)
                .containsExactly(DisputeStatus.OPEN, DisputeStatus.WON, DisputeStatus.WON);
        assertThat(disputed(order))
                .extracting(PaymentDisputed::version)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void anOlderResponseOfStripeDoesNotReopenALostDispute() {
        String dispute = openDispute();
        Payment open = payments.get(order.id());
        stripe.closeDispute(dispute, false);
        eventually(() -> assertThat(disputed(order)).hasSize(2));

        for (Reversals older : List.of(open.reversals(), Reversals.NONE)) {
            outcomes.record(
                    order.id(),
                    1,
                    new Intent(open.intentId(), Intent.Status.SUCCEEDED, null, null, null, false, older));
        }

        assertThat(payments.get(order.id()).reversals().disputeStatus()).isEqualTo(DisputeStatus.LOST);
        payments.republish(order.id());
        eventually(() -> assertThat(disputed(order)).hasSize(3));
        assertThat(disputed(order))
                .extracting(PaymentDisputed::status)
                .containsExactly(DisputeStatus.OPEN, DisputeStatus.LOST, DisputeStatus.LOST);
    }

    @Test
    void aLostDisputeOutlastsALaterOne() {
        String first = openDispute();
        stripe.sendNoWebhooks();
        stripe.closeDispute(first, false);
        stripe.dispute(intent(order).id());

        reconcile();

        assertThat(payments.get(order.id()).reversals().disputeStatus()).isEqualTo(DisputeStatus.LOST);
        assertThat(payments.get(order.id()).reversals().dispute()).returns(first, Dispute::id);
    }

    private String openDispute() {
        String dispute = stripe.dispute(intent(order).id());
        eventually(() -> assertThat(disputed(order)).hasSize(1));
        return dispute;
    }

    /** Asks Stripe about the payment once more. */
    private void reconcile() {
        awaitPayment(order, payment -> !payment.isCheckDue(Instant.MAX));
        trigger.reconcileSoon(intent(order).id());
        awaitPayment(order, payment -> !payment.isCheckDue(Instant.MAX));
    }

    private void refundAtStripe(int amount) {
        postToStripe(
                "/v1/refunds",
                "amount=" + amount + "&payment_intent=" + intent(order).id());
    }

    private JsonNode sale() {
        return as(order.seller()).get(PATH + "?sold=true").expect(200).json().get(0);
    }

    private JsonNode purchase() {
        return as(order.buyer()).get(PATH).expect(200).json().get(0);
    }

    private List<String> attention() {
        return ofOrder("attention")
                .map(item -> item.path("kind").asString() + ": "
                        + item.path("detail").asString())
                .toList();
    }

    private List<String> differences() {
        return ofOrder("differences")
                .map(difference -> difference.path("kind").asString() + ": "
                        + difference.path("here").asString() + ", "
                        + difference.path("atStripe").asString())
                .toList();
    }

    private Stream<JsonNode> ofOrder(String list) {
        return new Api("http://localhost:" + environment.getRequiredProperty("local.management.port"))
                .with("Authorization", "Bearer for-operators-only")
                .get("/actuator/reconciliation?from=" + Instant.EPOCH + "&to="
                        + Instant.now().plusSeconds(1))
                .expect(200)
                .json()
                .path(list)
                .valueStream()
                .filter(entry -> entry.path("orderId").asString().equals(order.id()));
    }
}
