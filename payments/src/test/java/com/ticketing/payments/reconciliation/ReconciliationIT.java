package com.ticketing.payments.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.ticketing.payments.OrderEvents;
import com.ticketing.payments.PaymentsServiceTest;
import com.ticketing.payments.payment.ChargeStatus;
import com.ticketing.payments.payment.Payment;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import com.ticketing.testsupport.SignedIn;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

@TestPropertySource(properties = {"management.token=for-operators-only", "payments.lease=PT1H"})
class ReconciliationIT extends PaymentsServiceTest {

    @Autowired
    MongoOperations mongo;

    @Test
    void theReportShowsEachDifferenceAndNothingElse() {
        OrderEvents paid = placed("20");
        pay(paid, "tok_visa").expect(201);
        OrderEvents declined = placed("20");
        pay(declined, "tok_chargeDeclined").expect(400);
        OrderEvents refunded = placed("20");
        pay(refunded, "tok_visa").expect(201);
        channels.publish(refunded.cancelled());
        awaitStatus(refunded, ChargeStatus.REFUNDED);
        for (OrderEvents order : List.of(paid, declined, refunded)) {
            assertThat(differences(order)).isEmpty();
        }

        set(paid, "charge.amount", 1L);
        assertThat(differences(paid)).singleElement().satisfies(difference -> {
            assertThat(difference.path("kind").asString()).isEqualTo("AMOUNT");
            assertThat(difference.path("here").asString()).isEqualTo("1 usd");
            assertThat(difference.path("atStripe").asString()).isEqualTo("2000 usd");
        });
        set(declined, "charge.status", "SUCCEEDED");
        assertThat(kinds(declined)).containsExactly("STATE");
        String intentId = intent(refunded).id();
        set(refunded, "charge.intentId", "pi_unknown");
        assertThat(kinds(refunded)).containsExactlyInAnyOrder("NOT_HERE", "NOT_AT_STRIPE");
        set(refunded, "charge.intentId", intentId);
        assertThat(differences(refunded)).isEmpty();
    }

    @Test
    void theReportShowsReversalsWhoseWebhooksWereLost() {
        OrderEvents refunded = placed("20");
        pay(refunded, "tok_visa").expect(201);
        OrderEvents disputed = placed("20");
        pay(disputed, "tok_visa").expect(201);

        postToStripe(
                "/v1/refunds", "amount=500&payment_intent=" + intent(refunded).id());
        stripe.dispute(intent(disputed).id());

        assertThat(differences(refunded)).singleElement().satisfies(difference -> {
            assertThat(difference.path("kind").asString()).isEqualTo("PARTIAL_REFUND");
            assertThat(difference.path("here").asString()).isEqualTo("0 usd");
            assertThat(difference.path("atStripe").asString()).isEqualTo("500 usd");
        });
        assertThat(differences(disputed)).singleElement().satisfies(difference -> {
            assertThat(difference.path("kind").asString()).isEqualTo("DISPUTE");
            assertThat(difference.path("here").asString()).isEqualTo("NOT_DISPUTED");
            assertThat(difference.path("atStripe").asString()).isEqualTo("DISPUTED");
        });
    }

    @Test
    void theReportListsARejectedRefundAndItsDispute() {
        OrderEvents order = placed("20");
        pay(order, "tok_visa").expect(201);
        stripe.dispute(intent(order).id());
        channels.publish(order.cancelled());
        awaitPayment(
                order,
                payment -> payment.refund() != null && payment.requestedRefund().isRejected());

        assertThat(report().path("attention").valueStream())
                .filteredOn(entry -> entry.path("orderId").asString().equals(order.id()))
                .satisfiesExactly(
                        rejection -> {
                            assertThat(rejection.path("kind").asString()).isEqualTo("REFUND_REJECTED");
                            assertThat(rejection.path("detail").asString()).isEqualTo("charge_disputed");
                            assertThat(rejection.path("stripeId").asString())
                                    .isEqualTo(intent(order).id());
                        },
                        dispute -> assertThat(dispute.path("kind").asString()).isEqualTo("DISPUTED"));
    }

    @Test
    void theReportShowsUnknownPaymentIntentsFromEveryPage() {
        int foreign = report().path("foreign").asInt();
        List<String> orders =
                java.util.stream.Stream.generate(SignedIn::newId).limit(230).toList();
        orders.forEach(order -> createAtStripe("metadata[orderId]=" + order));
        createAtStripe("metadata[other]=shop");
        JsonNode report = report();
        assertThat(report.path("differences")
                        .valueStream()
                        .map(difference -> difference.path("orderId").asString()))
                .containsAll(orders);
        assertThat(report.path("foreign").asInt()).isEqualTo(foreign + 1);
    }

    @Test
    void theReportIsForOperatorsOnly() {
        management().get("/actuator/reconciliation").expect(401);
        management()
                .with("Authorization", "Bearer something-else")
                .get("/actuator/reconciliation")
                .expect(401);
        api.get("/actuator/reconciliation").expect(404);
        operator().get("/actuator/reconciliation?from=yesterday").expect(400);
        operator().get("/actuator/reconciliation").expect(200);
    }

    private void createAtStripe(String metadata) {
        postToStripe("/v1/payment_intents", "amount=2000&currency=usd&" + metadata);
    }

    private void set(OrderEvents order, String field, Object value) {
        mongo.getCollection(mongo.getCollectionName(Payment.class))
                .updateOne(Filters.eq("_id", order.id()), Updates.set(field, value));
    }

    private List<String> kinds(OrderEvents order) {
        return differences(order).stream()
                .map(difference -> difference.path("kind").asString())
                .toList();
    }

    private List<JsonNode> differences(OrderEvents order) {
        return report().path("differences")
                .valueStream()
                .filter(difference -> difference.path("orderId").asString().equals(order.id()))
                .toList();
    }

    private JsonNode report() {
        ApiResponse answer = operator()
                .get("/actuator/reconciliation?from=" + Instant.EPOCH + "&to="
                        + Instant.now().plusSeconds(1))
                .expect(200);
        return answer.json();
    }

    private Api operator() {
        return management().with("Authorization", "Bearer for-operators-only");
    }

    private Api management() {
        return new Api("http://localhost:" + environment.getRequiredProperty("local.management.port"));
    }
}
