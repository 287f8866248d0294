package com.ticketing.payments.charge;

import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.payments.OrderEvents;
import com.ticketing.payments.PaymentsServiceTest;
import com.ticketing.testsupport.ApiResponse;
import com.ticketing.testsupport.input.InvalidRequest;
import com.ticketing.testsupport.input.InvalidRequests;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;

/** Runs without reconciliation, whose requests would be counted at the stand-in as well. */
@TestPropertySource(properties = "payments.sweep-interval=PT1H")
class BadInputIT extends PaymentsServiceTest {

    private static final String PATH = "/api/payments";
    private static final String JSON = "application/json";

    static Stream<InvalidRequest> badPayments() {
        return InvalidRequests.to("POST", PATH).text("token", 200).id("orderId").requests();
    }

    @ParameterizedTest
    @MethodSource("badPayments")
    void everyInvalidRequestIsRejectedWithoutARequestToStripe(InvalidRequest request) {
        long before = stripe.requestCount();
        request.assertRejectedBy(as("someone"));
        assertThat(stripe.requestCount()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'token':'tok visa','orderId':'ORDER'}",
                "{'token':7,'orderId':'ORDER'}",
                "{'token':'tok_visa','orderId':{'$ne':''}}",
                "{'token':'tok_visa','paymentMethodId':'pm_1','orderId':'ORDER'}",
                "{'paymentMethodId':'tok_visa','orderId':'ORDER'}",
                "{'paymentMethodId':'pm_/../refunds','orderId':'ORDER'}",
            })
    void anInvalidRequestDoesNotChangeTheOrder(String body) {
        OrderEvents order = placed("20");
        long version = payments.find(order.id()).orElseThrow().version();

        ApiResponse answer = as(order.buyer())
                .sendText("POST", PATH, JSON, body.replace('\'', '"').replace("ORDER", order.id()));

        assertThat(answer.expect(400).errors()).isNotEmpty();
        assertThat(payments.find(order.id()).orElseThrow().version()).isEqualTo(version);
        assertThat(intents(order)).isEmpty();
    }

    @Test
    void anErrorNamesTheInvalidField() {
        ApiResponse answer = as("someone").post(PATH, Map.of("token", "tok_visa"));
        assertThat(answer.expect(400).errors())
                .containsExactly(new ApiResponse.Failure("OrderId must be provided", "orderId", "order-id-missing"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "../../admin", "zzzzzzzzzzzzzzzzzzzzzzzz", "%00", "\\u0000", "${jndi:ldap://x}"})
    void aMalformedOrderIdIsNotFoundAndNotEchoed(String id) {
        ApiResponse answer =
                as("someone").sendText("POST", PATH, JSON, "{\"token\":\"tok_visa\",\"orderId\":\"" + id + "\"}");
        assertThat(answer.expect(404).codes()).containsExactly("not-found");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/payments, text/plain, 415",
        "POST, /api/payments, application/xml, 415",
        "PUT, /api/payments, application/json, 405",
        "DELETE, /api/payments, application/json, 405",
        "POST, /api/payments/config, application/json, 405",
        "GET, /api/payments/nothing/here, application/json, 404",
    })
    void everyErrorHasTheSameShape(String method, String path, String mediaType, int status) {
        as("someone").sendText(method, path, mediaType, "{}").expect(status).errors();
    }

    @Test
    void anotherSiteCannotPay() {
        OrderEvents order = placed("20");
        as(order.buyer())
                .with("Origin", "https://evil.example")
                .post(PATH, Map.of("token", "tok_visa", "orderId", order.id()))
                .expect(403);
        assertThat(intents(order)).isEmpty();
    }
}
