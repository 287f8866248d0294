package com.ticketing.payments.refund;

import static com.ticketing.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.ticketing.common.events.PaymentRefunded;
import com.ticketing.common.security.CurrentUser;
import com.ticketing.payments.OrderEvents;
import com.ticketing.payments.PaymentsServiceTest;
import com.ticketing.payments.payment.ChargeStatus;
import com.ticketing.payments.payment.Refund;
import com.ticketing.stripe.Fault;
import com.ticketing.testsupport.ApiResponse;
import com.ticketing.testsupport.SignedIn;
import com.ticketing.testsupport.input.InvalidRequest;
import com.ticketing.testsupport.input.InvalidRequests;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class RefundIT extends PaymentsServiceTest {

    private static final String PATH = "/api/payments";

    @Test
    void anonymousCallersCannotRefund() {
        api.post(PATH + "/" + SignedIn.newId() + "/refund", Map.of()).expect(401);
    }

    @Test
    void theSellerRefundsOnceAndDecidesWhetherTheTicketIsRelisted() {
        OrderEvents order = placed("20");
        String refund = PATH + "/" + paid(order) + "/refund";

        JsonNode answer = as(order.seller())
                .post(refund, Map.of("relist", true))
                .expect(200)
                .json();

        assertThat(answer.path("status").asString()).isEqualTo("refunded");
        assertThat(answer.path("refund").path("stripeId").asString())
                .isEqualTo(refunds(order).getFirst().id());
        as(order.seller()).post(refund, Map.of("relist", true)).expect(200);
        assertThat(as(order.seller())
                        .post(refund, Map.of("relist", false))
                        .expect(400)
                        .codes())
                .containsExactly("relist-decided");
        as(order.seller()).send("POST", refund, null).expect(200);
        assertThat(refunds(order)).hasSize(1);
        eventually(() -> assertThat(refunded(order)).singleElement().satisfies(event -> {
            assertThat(event.relist()).isTrue();
            assertThat(event.reason()).isEqualTo(Refund.REQUESTED);
        }));
        assertThat(pay(order, "tok_visa").expect(400).codes()).containsExactly("order-refunded");
        assertThat(as(order.buyer()).get(PATH).json().get(0).path("status").asString())
                .isEqualTo("refunded");
    }

    @Test
    void theSellerPutsTheTicketBackOnSaleAfterARefundWithoutRelisting() {
        OrderEvents order = placed("20");
        String payment = PATH + "/" + paid(order);
        assertThat(as(order.seller())
                        .post(payment + "/relist", Map.of())
                        .expect(400)
                        .codes())
                .containsExactly("not-relistable");
        JsonNode refund = as(order.seller())
                .post(payment + "/refund", Map.of("relist", false))
                .expect(200)
                .json();
        assertThat(refund.path("refund").path("relistable").asBoolean()).isTrue();
        assertThat(as(order.seller())
                        .post(payment + "/refund", Map.of("relist", true))
                        .expect(400)
                        .codes())
                .containsExactly("relist-decided");
        as(order.buyer()).post(payment + "/relist", Map.of()).expect(404);
        api.post(payment + "/relist", Map.of()).expect(401);

        for (int repetition = 0; repetition < 2; repetition++) {
            JsonNode answer = as(order.seller())
                    .post(payment + "/relist", Map.of())
                    .expect(200)
                    .json();
            assertThat(answer.path("refund").path("relistable").asBoolean()).isFalse();
        }

        eventually(() -> assertThat(refunded(order))
                .extracting(PaymentRefunded::relist, PaymentRefunded::reason)
                .containsExactly(tuple(false, Refund.REQUESTED), tuple(true, Refund.REQUESTED)));
        assertThat(refunded(order).get(1).version())
                .isGreaterThan(refunded(order).get(0).version());
        assertThat(refunds(order)).hasSize(1);
    }

    @Test
    void theTicketOfACancelledOrderIsNotRelistable() {
        OrderEvents order = placed("20");
        String payment = PATH + "/" + paid(order);
        channels.publish(order.cancelled());
        awaitStatus(order, ChargeStatus.REFUNDED);

        assertThat(as(order.seller())
                        .post(payment + "/relist", Map.of())
                        .expect(400)
                        .codes())
                .containsExactly("not-relistable");
        assertThat(as(order.seller())
                        .post(payment + "/refund", Map.of("relist", true))
                        .expect(400)
                        .codes())
                .containsExactly("relist-decided");
    }

    @Test
    void anAdminCanRefund() {
        OrderEvents order = placed("20");
        api.as(SignedIn.as(SignedIn.newId(), "admin@test.com", CurrentUser.ADMIN))
                .send("POST", PATH + "/" + paid(order) + "/refund", null)
                .expect(200);
        assertThat(refunds(order)).hasSize(1);
        eventually(() -> assertThat(refunded(order))
                .singleElement()
                .satisfies(event -> assertThat(event.relist()).isFalse()));
    }

    @Test
    void otherUsersCannotRefund() {
        OrderEvents order = placed("20");
        String refund = PATH + "/" + paid(order) + "/refund";
        assertThat(as(order.buyer()).post(refund, Map.of()).expect(403).codes())
                .containsExactly("only-the-seller-refunds");
        as(SignedIn.newId()).post(refund, Map.of()).expect(403).errors();
        assertThat(refunds(order)).isEmpty();
    }

    @Test
    void anUnpaidPaymentCannotBeRefunded() {
        OrderEvents order = placed("20");
        pay(order, "tok_chargeDeclined").expect(400);
        String id = payments.find(order.id()).orElseThrow().charged().paymentId();
        assertThat(as(order.seller())
                        .post(PATH + "/" + id + "/refund", Map.of())
                        .expect(400)
                        .codes())
                .containsExactly("payment-not-made");
    }

    @Test
    void concurrentRequestsRefundOnce() throws Exception {
        OrderEvents order = placed("20");
        String refund = PATH + "/" + paid(order) + "/refund";
        List<Future<ApiResponse>> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 10; i++) {
                answers.add(threads.submit(() -> as(order.seller()).post(refund, Map.of("relist", true))));
            }
        }
        for (Future<ApiResponse> answer : answers) {
            answer.get().expect(200);
        }
        awaitStatus(order, ChargeStatus.REFUNDED);
        assertThat(refunds(order)).hasSize(1);
        eventually(() -> assertThat(refunded(order)).hasSize(1));
    }

    @Test
    void aRefundThatStripeCannotMakeNowIsMadeLater() {
        OrderEvents order = placed("20");
        String refund = PATH + "/" + paid(order) + "/refund";
        stripe.inject(Fault.status(503).times(1000).on("/refunds"));
        assertThat(as(order.seller())
                        .post(refund, Map.of())
                        .expect(200)
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("refunding");
        stripe.clearFaults();
        awaitStatus(order, ChargeStatus.REFUNDED);
        assertThat(refunds(order)).hasSize(1);
    }

    static Stream<InvalidRequest> badRefunds() {
        return Stream.of("refund", "relist")
                .flatMap(action -> InvalidRequests.malformedIds("POST", PATH + "/{id}/" + action, Map.of()));
    }

    @ParameterizedTest
    @MethodSource("badRefunds")
    void everyMalformedPaymentIdIsRejected(InvalidRequest request) {
        request.assertRejectedBy(as("someone"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"relist\":\"yes\"}", "{\"relist\":1}", "{\"relist\":[]}", "[]", "{", "7"})
    void invalidBodiesAreRejected(String body) {
        OrderEvents order = placed("20");
        as(order.seller())
                .sendText("POST", PATH + "/" + paid(order) + "/refund", "application/json", body)
                .expect(400)
                .errors();
        assertThat(refunds(order)).isEmpty();
    }

    private String paid(OrderEvents order) {
        return pay(order, "tok_visa").expect(201).json().path("id").asString();
    }
}
