package com.ticketing.payments.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.payments.OrderEvents;
import com.ticketing.payments.PaymentsServiceTest;
import com.ticketing.payments.payment.Charge;
import com.ticketing.testsupport.ApiResponse;
import com.ticketing.testsupport.SignedIn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ReceiptIT extends PaymentsServiceTest {

    private static final String PATH = "/api/payments";

    @Test
    void theBuyersReceiptShowsTheAmountAndTheCard() {
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
    void theSellersReceiptDoesNotShowTheCard() {
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
    void anUnpaidOrderHasNoReceipt() {
        OrderEvents order = placed("20");
        assertThat(ofOrder(order)).isEmpty();
        pay(order, "tok_chargeDeclined").expect(400);
        assertThat(as(order.buyer()).get(PATH).expect(200).json()).isEmpty();
        assertThat(ofOrder(order)).isEmpty();
    }

    @Test
    void anUndecidedPaymentIsPendingForTheBuyerOnly() {
        OrderEvents order = placed("20");
        payments.changeIf(order.id(), payment -> true, payment -> {
            Instant now = Instant.now();
            Charge charge = Charge.first(order.id(), 2000, "usd", "tok_visa", "request", now);
            payment.startFirstAttempt(charge, now, now.plusSeconds(60));
        });

        for (JsonNode receipts : List.of(as(order.buyer()).get(PATH).expect(200).json(), ofOrder(order))) {
            assertThat(receipts).hasSize(1);
            assertThat(receipts.get(0).path("status").asString()).isEqualTo("pending");
            assertThat(receipts.get(0).propertyNames())
                    .containsExactly("id", "orderId", "ticketId", "status", "amount", "currency");
        }
        assertThat(as(order.seller()).get(PATH + "?sold=true").expect(200).json())
                .isEmpty();
        assertThat(as("someone")
                        .get(PATH + "?orderId=" + order.id())
                        .expect(200)
                        .json())
                .isEmpty();
        assertThat(as(order.buyer()).get(PATH + "?orderId=x").expect(200).json())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"pass, paid", "fail, "})
    void theAnswerOfTheBuyersBankIsKnownAtOnce(String answer, @Nullable String status) {
        OrderEvents order = placed("20");
        pay(order, "tok_threeDSecure2Required").expect(202);
        assertThat(ofOrder(order).get(0).path("status").asString()).isEqualTo("action-required");

        authenticate(order, answer);

        JsonNode receipts = ofOrder(order);
        assertThat(receipts.valueStream().map(receipt -> receipt.path("status").asString()))
                .isEqualTo(status == null ? List.of() : List.of(status));
    }

    private JsonNode ofOrder(OrderEvents order) {
        return as(order.buyer())
                .get(PATH + "?orderId=" + order.id())
                .expect(200)
                .json();
    }

    @Test
    void receiptsArePagedNewestFirst() {
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
    @ValueSource(strings = {"?limit=0", "?limit=201", "?limit=x", "?after=x", "?sold=perhaps", "?sold=true%00"})
    void invalidParametersAreRejected(String query) {
        as("someone").get(PATH + query).expect(400).errors();
    }

    @Test
    void anonymousCallersGetNoReceipts() {
        api.get(PATH).expect(401);
    }

    private String paid(OrderEvents order) {
        return pay(order, "tok_visa").expect(201).json().path("id").asString();
    }
}
