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

/** An order and those between whom it is, as they act through the gateway or at one process of payments. */
record Purchase(String orderId, Api seller, Api buyer) {

    private static final Duration POLL = Duration.ofMillis(300);

    static Purchase place(Api seller, Api buyer, String title) {
        String ticket = seller.post("/api/tickets", Map.of("title", title, "price", new BigDecimal("19.99")))
                .expect(201)
                .json()
                .path("id")
                .asString();
        ApiResponse order = await().atMost(RunningSuite.EVENTUALLY)
                .pollInterval(POLL)
                .until(() -> buyer.post("/api/orders", Map.of("ticketId", ticket)), answer -> answer.status() == 201);
        return new Purchase(order.json().path("id").asString(), seller, buyer);
    }

    ApiResponse pay(Api at) {
        return at.post("/api/payments", Map.of("orderId", orderId, "token", "tok_visa"));
    }

    /** Payments hears of the order a moment after it was placed. */
    ApiResponse payOnceKnown(Api at) {
        return await().atMost(RunningSuite.EVENTUALLY)
                .pollInterval(POLL)
                .until(() -> pay(at), answer -> answer.status() != 404);
    }

    /** As an impatient person does: again and again until the order is paid. */
    void payUntilComplete(Api at) {
        insist(() -> {
            pay(at);
            return status().equals("complete");
        });
    }

    void refundUntilRefunded(Api at) {
        insist(() -> {
            refund(at);
            return status().equals("refunded");
        });
    }

    /** By the seller; of a process that is not there the answer is what came of asking for the receipts. */
    ApiResponse refund(Api at) {
        ApiResponse receipts = at.get("/api/payments?sold=true&limit=200");
        if (receipts.status() != 200) {
            return receipts;
        }
        String id = receipts.json().values().stream()
                .filter(receipt -> receipt.path("orderId").asString().equals(orderId))
                .map(receipt -> receipt.path("id").asString())
                .findFirst()
                .orElseThrow();
        return at.post("/api/payments/" + id + "/refund", Map.of());
    }

    /** Whatever is answered on the way, and whoever is killed: what counts is the end. */
    void insist(Callable<Boolean> step) {
        await("order " + orderId)
                .atMost(RunningSuite.EVENTUALLY)
                .pollInterval(POLL)
                .ignoreException(UncheckedIOException.class)
                .until(step);
    }

    String status() {
        return order().path("status").asString();
    }

    JsonNode order() {
        return buyer.get("/api/orders/" + orderId).expect(200).json();
    }

    void cancel() {
        assertThat(buyer.delete("/api/orders/" + orderId).status()).isIn(204, 400);
    }
}
