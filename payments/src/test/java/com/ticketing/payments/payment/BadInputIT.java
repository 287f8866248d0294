package com.ticketing.payments.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.testsupport.ApiResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadInputIT extends PaymentsServiceTest {

    private static final String JSON = "application/json";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'orderId':'ORDER'}",
                "{'token':null,'orderId':'ORDER'}",
                "{'token':'','orderId':'ORDER'}",
                "{'token':'tok visa','orderId':'ORDER'}",
                "{'token':'tok_visa'}",
                "{'token':'tok_visa','orderId':null}",
                "{'token':'tok_visa','orderId':''}",
                "{'token':'tok_visa','orderId':' '}",
                "{'token':7,'orderId':'ORDER'}",
                "{'token':['tok_visa'],'orderId':'ORDER'}",
                "{'token':{'id':'tok_visa'},'orderId':'ORDER'}",
                "{'token':'tok_visa','orderId':7}",
                "{'token':'tok_visa','orderId':{'$ne':''}}",
                "{'token':'tok_visa','paymentMethodId':'pm_1','orderId':'ORDER'}",
                "{'paymentMethodId':'tok_visa','orderId':'ORDER'}",
                "{'paymentMethodId':'pm_/../refunds','orderId':'ORDER'}",
                "{}",
                "[]",
                "null",
                "7",
                "'x'",
                "",
                "{",
                "{'token':'tok_visa','orderId':'ORDER'",
            })
    void isRefusedAndLeavesNothingBehind(String body) {
        OrderEvents order = placed("20");
        long version = payments.find(order.id()).orElseThrow().version();

        ApiResponse answer = as(order.buyer())
                .sendText("POST", "/api/payments", JSON, body.replace('\'', '"').replace("ORDER", order.id()));

        assertThat(answer.expect(400).errors()).isNotEmpty();
        assertThat(payments.find(order.id()).orElseThrow().version()).isEqualTo(version);
        assertThat(intents(order)).isEmpty();
    }

    @Test
    void namesTheFieldThatIsWrong() {
        ApiResponse answer = as("someone").post("/api/payments", Map.of("token", "tok_visa"));
        assertThat(answer.expect(400).errors())
                .containsExactly(new ApiResponse.Failure("OrderId must be provided", "orderId"));
    }

    @Test
    void aTokenThatIsTooLongIsRefused() {
        OrderEvents order = placed("20");
        pay(order, "tok_" + "x".repeat(300)).expect(400).errors();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "../../admin", "zzzzzzzzzzzzzzzzzzzzzzzz", "%00", "\\u0000", "${jndi:ldap://x}"})
    void aMalformedOrderIdIsNotFoundAndNotEchoed(String id) {
        ApiResponse answer = as("someone")
                .sendText("POST", "/api/payments", JSON, "{\"token\":\"tok_visa\",\"orderId\":\"" + id + "\"}");
        assertThat(answer.expect(404).messages()).containsExactly("Not Found");
    }

    @Test
    void aBodyOverTheLimitIsRefused() {
        String body = "{\"token\":\"tok_visa\",\"orderId\":\"" + "x".repeat(70_000) + "\"}";
        as("someone").sendText("POST", "/api/payments", JSON, body).expect(413).errors();
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
    void otherRequestsAreAnsweredInTheSameShape(String method, String path, String mediaType, int status) {
        as("someone").sendText(method, path, mediaType, "{}").expect(status).errors();
    }

    @Test
    void anotherSitesPageCannotPay() {
        OrderEvents order = placed("20");
        as(order.buyer())
                .with("Origin", "https://evil.example")
                .post("/api/payments", Map.of("token", "tok_visa", "orderId", order.id()))
                .expect(403);
        assertThat(intents(order)).isEmpty();
    }
}
