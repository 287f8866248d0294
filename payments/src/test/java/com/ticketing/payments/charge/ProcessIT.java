package com.ticketing.payments.charge;

import static com.ticketing.testsupport.Eventually.PATIENCE;
import static com.ticketing.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.mongodb.client.result.UpdateResult;
import com.ticketing.payments.OrderEvents;
import com.ticketing.payments.PaymentsServiceTest;
import com.ticketing.payments.ServiceProcess;
import com.ticketing.payments.payment.ChargeStatus;
import com.ticketing.payments.payment.Payment;
import com.ticketing.stripe.Fault;
import com.ticketing.testsupport.ApiResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** One of two processes is paused or killed during an attempt; the other one completes the payment. */
class ProcessIT extends PaymentsServiceTest {

    /** Until the faults are cleared. */
    private static final Duration LATE = Duration.ofMinutes(1);

    @Autowired
    MongoOperations mongo;

    private ServiceProcess other;

    @BeforeEach
    void start() throws Exception {
        other = ServiceProcess.start(environment);
    }

    @AfterEach
    void stop() throws Exception {
        other.kill();
    }

    @Test
    void aProcessPausedBeforeItConfirmsACardDoesNotChargeItLater() throws Exception {
        OrderEvents order = placed("20");
        CompletableFuture<ApiResponse> answer = payAtOtherAndPauseItBeforeTheConfirmation(order);
        expireLease(order);
        awaitStatus(order, ChargeStatus.DECLINED);
        String id = pay(order, "tok_visa").expect(201).json().path("id").asString();
        other.resume();

        assertThat(answer.join().expect(201).json().path("id").asString()).isEqualTo(id);
        assertThat(charges(order)).hasSize(1);
        assertThat(requests(order, "/confirm"))
                .extracting(request -> request.idempotencyKey())
                .containsOnly("order-" + order.id() + "-attempt-2");
    }

    @Test
    void aProcessPausedBeforeItConfirmsACardDoesNotChargeACancelledOrder() throws Exception {
        OrderEvents order = placed("20");
        CompletableFuture<ApiResponse> answer = payAtOtherAndPauseItBeforeTheConfirmation(order);
        channels.publish(order.cancelled());
        awaitStatus(order, ChargeStatus.CANCELLED);
        other.resume();

        assertThat(answer.join().expect(400).codes()).containsExactly("order-cancelled");
        assertThat(charges(order)).isEmpty();
        assertThat(intent(order).status()).isEqualTo("canceled");
    }

    @Test
    void aProcessPausedDuringAChargeReturnsTheOutcomeFoundByAnotherProcess() throws Exception {
        OrderEvents order = placed("20");
        stripe.inject(Fault.answerLate(LATE).on("/confirm"));
        CompletableFuture<ApiResponse> answer = payAtOther(order);
        eventually(() -> assertThat(charges(order)).hasSize(1));
        other.pause();
        stripe.clearFaults();
        expireLease(order);
        awaitStatus(order, ChargeStatus.SUCCEEDED);
        other.resume();

        answer.join().expect(201);
        assertThat(charges(order)).hasSize(1);
        eventually(() -> assertThat(created(order)).hasSize(1));
    }

    @Test
    void theChargeOfAKilledProcessIsFoundByAnotherProcess() throws Exception {
        OrderEvents order = placed("20");
        stripe.inject(Fault.answerLate(LATE).on("/confirm"));
        CompletableFuture<ApiResponse> answer = payAtOther(order);
        eventually(() -> assertThat(charges(order)).hasSize(1));
        other.kill();

        assertThat(answer).failsWithin(PATIENCE);
        expireLease(order);
        awaitStatus(order, ChargeStatus.SUCCEEDED);
        pay(order, "tok_visa").expect(201);
        assertThat(charges(order)).hasSize(1);
        eventually(() -> assertThat(created(order)).hasSize(1));
    }

    /** Ends the lease of the other process's attempt, which is longer than any pause of a busy machine. */
    private void expireLease(OrderEvents order) {
        UpdateResult result = mongo.updateFirst(
                Query.query(where("_id").is(order.id()).and("due").exists(true)),
                Update.update("due", Instant.now()),
                Payment.class);
        assertThat(result.getModifiedCount()).isOne();
    }

    private CompletableFuture<ApiResponse> payAtOther(OrderEvents order) {
        Map<String, String> body = Map.of("token", "tok_visa", "orderId", order.id());
        return CompletableFuture.supplyAsync(
                () -> other.as(order.buyer()).post("/api/payments", body), Thread::startVirtualThread);
    }

    private CompletableFuture<ApiResponse> payAtOtherAndPauseItBeforeTheConfirmation(OrderEvents order)
            throws Exception {
        stripe.inject(Fault.answerLate(LATE).on("/payment_methods"));
        CompletableFuture<ApiResponse> answer = payAtOther(order);
        awaitPayment(
                order, payment -> payment.charge() != null && payment.charge().intentId() != null);
        other.pause();
        stripe.clearFaults();
        return answer;
    }
}
