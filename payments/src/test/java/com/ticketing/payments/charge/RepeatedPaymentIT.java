package com.ticketing.payments.charge;

import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.payments.OrderEvents;
import com.ticketing.payments.PaymentsServiceTest;
import com.ticketing.testsupport.ApiResponse;
import com.ticketing.testsupport.ConcurrentRequests;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RepeatedPaymentIT extends PaymentsServiceTest {

    @Test
    void aDeclinedCardIsNotTriedAgain() {
        OrderEvents order = placed("20");
        ApiResponse first = pay(order, "key", "tok_chargeDeclined").expect(400);

        assertThat(pay(order, "key", "tok_chargeDeclined").expect(400).text()).isEqualTo(first.text());
        assertThat(requests(order, "/confirm")).hasSize(1);

        pay(order, "other", "tok_chargeDeclined").expect(400);
        assertThat(requests(order, "/confirm")).hasSize(2);
    }

    @Test
    void aLateRepetitionDoesNotTryItsCardAfterAnotherOne() {
        OrderEvents order = placed("20");
        pay(order, "first", "tok_chargeDeclined").expect(400);
        pay(order, "second", "tok_chargeDeclinedInsufficientFunds").expect(400);

        pay(order, "first", "tok_chargeDeclined").expect(400);
        assertThat(requests(order, "/confirm")).hasSize(2);
    }

    @Test
    void aPaymentIsAnsweredAgain() {
        OrderEvents order = placed("20");
        String first = pay(order, "key", "tok_visa").expect(201).text();

        assertThat(pay(order, "key", "tok_visa").expect(201).text()).isEqualTo(first);
        assertThat(charges(order)).hasSize(1);
    }

    @Test
    void concurrentRepetitionsAreOneAttempt() throws Exception {
        OrderEvents order = placed("20");

        var answers = ConcurrentRequests.send(
                Collections.nCopies(10, "tok_chargeDeclined"), token -> pay(order, "key", token));

        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.expect(400).codes()).containsExactly("card-declined"));
        assertThat(requests(order, "/confirm")).hasSize(1);
    }

    @Test
    void aKeyCannotBeUsedForAnotherCardOrOrder() {
        OrderEvents order = placed("20");
        pay(order, "key", "tok_chargeDeclined").expect(400);

        assertThat(pay(order, "key", "tok_visa").expect(422).codes()).containsExactly("idempotency-key-reused");
        assertThat(charges(order)).isEmpty();
    }

    private ApiResponse pay(OrderEvents order, String key, String token) {
        return as(order.buyer())
                .with("Idempotency-Key", key)
                .post("/api/payments", Map.of("token", token, "orderId", order.id()));
    }
}
