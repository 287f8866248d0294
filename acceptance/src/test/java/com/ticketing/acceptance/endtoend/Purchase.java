package com.ticketing.acceptance.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import tools.jackson.databind.JsonNode;

/** An order with its seller and buyer, who use the gateway or one replica of payments. */
record Purchase(String orderId, Api seller, Api buyer) {

    private static final Duration POLL = Duration.ofMillis(300);

    static Purchase place(Api seller, Api buyer, String title) {
        String ticket = seller.post("/api/tickets", Map.of("title", title, "price", new BigDecimal("19.99")))
                .expect(201)
                .json()
                .path("id")
                .asString();
        ApiResponse order = await().atMost(UpProcess.TIMEOUT)
                .pollInterval(POLL)
                .until(
                        () -> buyer.post("/api/orders", Map.of("ticketId", ticket)),
                        response -> response.status() == 201);
        return new Purchase(order.json().path("id").asString(), seller, buyer);
    }

    ApiResponse pay(Api at) {
        return at.post("/api/payments", Map.of("orderId", orderId, "token", "tok_visa"));
    }

    /** Repeats the payment until payments has applied the order's event. */
    ApiResponse payOnceReplicated(Api at) {
        return await().atMost(UpProcess.TIMEOUT)
                .pollInterval(POLL)
                .until(() -> pay(at), response -> response.status() != 404);
    }

    /** Repeats the payment until the order is complete, as an impatient user does. */
    void payUntilComplete(Api at) {
        repeatUntil(() -> {
            pay(at);
            return status().equals("complete");
        });
    }

    void refundUntilRefunded(Api at) {
        repeatUntil(() -> {
            refund(at);
            return status().equals("refunded");
        });
    }

    /**
     * Refunds as the seller. If the replica is not available or has no receipt yet, returns the response to the query
     * for receipts.
     */
    ApiResponse refund(Api at) {
        ApiResponse receipts = at.get("/api/payments?sold=true&limit=200");
        if (receipts.status() != 200) {
            return receipts;
        }
        return receipts.json().values().stream()
                .filter(receipt -> receipt.path("orderId").asString().equals(orderId))
                .map(receipt -> receipt.path("id").asString())
                .findFirst()
                .map(id -> at.post("/api/payments/" + id + "/refund", Map.of()))
                .orElse(receipts);
    }

    /** Repeats the step until it returns true; lost connections and error responses on the way do not matter. */
    void repeatUntil(Callable<Boolean> step) {
        await("order " + orderId)
                .atMost(UpProcess.TIMEOUT)
                .pollInterval(POLL)
                .ignoreException(UncheckedIOException.class)
                .until(step);
    }

    /** Returns the order's status, or that there is no answer, for the steps of {@link #repeatUntil}. */
    String status() {
        ApiResponse order = query();
        return order.status() == 200 ? order.json().path("status").asString() : "no answer " + order.status();
    }

    /** Returns false also if there is no answer, for the steps of {@link #repeatUntil}. */
    boolean hasRefund() {
        ApiResponse order = query();
        return order.status() == 200 && order.json().has("refund");
    }

    JsonNode order() {
        return query().expect(200).json();
    }

    private ApiResponse query() {
        return buyer.get("/api/orders/" + orderId);
    }

    void cancel() {
        assertThat(buyer.delete("/api/orders/" + orderId).status()).isIn(204, 400);
    }
}
