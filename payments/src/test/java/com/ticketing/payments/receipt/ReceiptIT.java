package com.ticketing.payments.receipt;

import static com.ticketing.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.security.CurrentUser;
import com.ticketing.payments.OrderEvents;
import com.ticketing.payments.PaymentsServiceTest;
import com.ticketing.payments.payment.ChargeStatus;
import com.ticketing.payments.payment.Payment;
import com.ticketing.stripe.Fault;
import com.ticketing.testsupport.ApiResponse;
import com.ticketing.testsupport.BadInput;
import com.ticketing.testsupport.BadRequest;
import com.ticketing.testsupport.SignedIn;
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

class ReceiptIT extends PaymentsServiceTest {

    private static final String PATH = "/api/payments";

    @Test
    void theBuyerSeesWhatWasPaidAndWithWhat() {
        OrderEvents order = placed("19.99");
        String id = paid(order);

        JsonNode receipts = as(order.buyer()).get(PATH).expect(200).json();

        assertThat(receipts).hasSize(1);
        JsonNode receipt = receipts.get(0);
        assertThat(receipt.propertyNames())
                .containsExactly(
                        "id", "orderId", "ticketId", "status", "amount", "currency", "card", "stripeId", "paidAt");
        assertThat(receipt.path("id").asString()).isEqualTo(id);
        assertThat(receipt.path("orderId").asString()).isEqualTo(order.id());
        assertThat(receipt.path("ticketId").asString()).isEqualTo(order.ticketId());
        assertThat(receipt.path("status").asString()).isEqualTo("paid");
        assertThat(receipt.path("amount").decimalValue()).isEqualByComparingTo("19.99");
        assertThat(receipt.path("currency").asString()).isEqualTo("usd");
        assertThat(receipt.path("card").toString()).isEqualTo("{\"brand\":\"visa\",\"last4\":\"4242\"}");
        assertThat(receipt.path("stripeId").asString()).isEqualTo(intent(order).id());
    }

    @Test
    void theSellerSeesWhatWasEarnedAndNobodysCard() {
        OrderEvents order = placed("19.99");
        paid(order);
        JsonNode sold = as(order.seller()).get(PATH + "?sold=true").expect(200).json();
        assertThat(sold).hasSize(1);
        assertThat(sold.get(0).path("orderId").asString()).isEqualTo(order.id());
        assertThat(sold.get(0).has("card")).isFalse();
        assertThat(as(order.seller()).get(PATH).expect(200).json()).isEmpty();
        assertThat(as(order.buyer()).get(PATH + "?sold=true").expect(200).json())
                .isEmpty();
    }

    @Test
    void whatWasNotPaidIsNoReceipt() {
        OrderEvents order = placed("20");
        pay(order, "tok_chargeDeclined").expect(400);
        assertThat(as(order.buyer()).get(PATH).expect(200).json()).isEmpty();
    }

    @Test
    void comesPageByPageNewestFirst() {
        String buyer = SignedIn.newId();
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            OrderEvents order = placed(OrderEvents.priced("20").boughtBy(buyer));
            paid(order);
            ids.add(order.id());
        }
        ids.sort(java.util.Comparator.reverseOrder());
        ApiResponse first = as(buyer).get(PATH + "?limit=2").expect(200);
        assertThat(first.header("Link"))
                .hasValueSatisfying(
                        link -> assertThat(link).contains("after=" + ids.get(1)).contains("rel=\"next\""));
        ApiResponse second =
                as(buyer).get(PATH + "?limit=2&after=" + ids.get(1)).expect(200);
        assertThat(second.header("Link")).isEmpty();
        assertThat(Stream.of(first, second)
                        .flatMap(page -> page.json().valueStream())
                        .map(receipt -> receipt.path("orderId").asString()))
                .isEqualTo(ids);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?limit=0", "?limit=201", "?limit=x", "?after=x", "?sold=perhaps"})
    void badParametersAreRefused(String query) {
        as("someone").get(PATH + query).expect(400).errors();
    }

    @Test
    void anonymousCallersSeeAndChangeNothing() {
        api.get(PATH).expect(401);
        api.post(PATH + "/" + SignedIn.newId() + "/refund", Map.of()).expect(401);
    }

    @Test
    void theSellerGivesBackOnceAndSaysWhatBecomesOfTheTicket() {
        OrderEvents order = placed("20");
        String refund = PATH + "/" + paid(order) + "/refund";

        JsonNode answer = as(order.seller())
                .post(refund, Map.of("relist", true))
                .expect(200)
                .json();

        assertThat(answer.path("status").asString()).isEqualTo("refunded");
        assertThat(answer.path("refund").path("stripeId").asString())
                .isEqualTo(refunds(order).getFirst().id());
        as(order.seller()).post(refund, Map.of("relist", false)).expect(200);
        as(order.seller()).send("POST", refund, null).expect(200);
        assertThat(refunds(order)).hasSize(1);
        eventually(() -> assertThat(refunded(order)).singleElement().satisfies(event -> {
            assertThat(event.relist()).isTrue();
            assertThat(event.reason()).isEqualTo(Payment.REQUESTED);
        }));
        assertThat(pay(order, "tok_visa").expect(400).messages()).containsExactly("Cannot pay for a refunded order");
        assertThat(as(order.buyer()).get(PATH).json().get(0).path("status").asString())
                .isEqualTo("refunded");
    }

    @Test
    void anAdminGivesBackToo() {
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
    void nobodyElseGivesBack() {
        OrderEvents order = placed("20");
        String refund = PATH + "/" + paid(order) + "/refund";
        as(order.buyer()).post(refund, Map.of()).expect(403).errors();
        as(SignedIn.newId()).post(refund, Map.of()).expect(403).errors();
        assertThat(refunds(order)).isEmpty();
    }

    @Test
    void whatWasNotPaidCannotBeGivenBack() {
        OrderEvents order = placed("20");
        pay(order, "tok_chargeDeclined").expect(400);
        String id = payments.find(order.id()).orElseThrow().charged().paymentId();
        assertThat(as(order.seller())
                        .post(PATH + "/" + id + "/refund", Map.of())
                        .expect(400)
                        .messages())
                .containsExactly("The payment has not been made");
    }

    @Test
    void manyRequestsAtOnceGiveBackOnce() throws Exception {
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
    void aRefundThatStripeCannotTakeNowIsMadeLater() {
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

    static Stream<BadRequest> badRefunds() {
        return BadInput.malformedIds("POST", PATH + "/{id}/refund", Map.of());
    }

    @ParameterizedTest
    @MethodSource
    void badRefunds(BadRequest request) {
        request.assertRefusedBy(as("someone"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"relist\":\"yes\"}", "{\"relist\":1}", "{\"relist\":[]}", "[]", "{", "7"})
    void badRefundBodiesAreRefused(String body) {
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
