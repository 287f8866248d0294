package com.ticketing.payments.charge;

import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.idempotency.RequestId;
import com.ticketing.payments.OrderEvents;
import com.ticketing.payments.PaymentsServiceTest;
import com.ticketing.testsupport.ApiResponse;
import com.ticketing.testsupport.ConcurrentRequests;
import com.ticketing.testsupport.SignedIn;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class RepeatedPaymentIT extends PaymentsServiceTest {

    @Autowired
    private PaymentAdmission admission;

    @Autowired
    private Checkout checkout;

    @Test
    void aDeclinedCardIsNotTriedAgain() {
        OrderEvents order = placed("20");
        ApiResponse first = pay(order, "key", "tok_chargeDeclined").expect(400);

        assertThat(pay(order, "key", "tok_chargeDeclined").expect(400).text()).isEqualTo(first.text());
        assertThat(requests(order, "/confirm")).hasSize(1);

        assertThat(first.codes()).containsExactly("card-declined");
        assertThat(pay(order, "other", "tok_chargeDeclined").expect(400).codes())
                .containsExactly("card-declined");
        assertThat(requests(order, "/confirm")).hasSize(2);
    }

    @Test
    void aLateRepetitionDoesNotTryItsCardAfterAnotherOne() {
        OrderEvents order = placed("20");
        assertThat(pay(order, "first", "tok_chargeDeclined").expect(400).codes())
                .containsExactly("card-declined");
        assertThat(pay(order, "second", "tok_chargeDeclinedInsufficientFunds")
                        .expect(400)
                        .codes())
                .containsExactly("card-insufficient-funds");

        // the outcome of the last attempt, which is another one than the key's
        assertThat(pay(order, "first", "tok_chargeDeclined").expect(400).codes())
                .containsExactly("card-insufficient-funds");
        assertThat(requests(order, "/confirm")).hasSize(2);
    }

    @Test
    void aRepeatedPaymentGetsTheSameResponse() {
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
    void aRequestThatItsRepetitionHasOvertakenIsNoFurtherAttempt() {
        OrderEvents order = placed("20");
        String id = SignedIn.newId();
        RequestId repetition = new RequestId(id, true, true);
        RequestId first = new RequestId(id, true, false);

        Admission started = admission.admit(order.buyer(), order.id(), "tok_chargeDeclined", repetition, 0);
        checkout.run(((Admission.Started) started).payment());

        assertThat(admission.admit(order.buyer(), order.id(), "tok_chargeDeclined", first, 0))
                .isInstanceOf(Admission.Answered.class);
    }

    @Test
    void aKeyCannotBeUsedForAnotherCardOrOrder() {
        OrderEvents order = placed("20");
        assertThat(pay(order, "key", "tok_chargeDeclined").expect(400).codes()).containsExactly("card-declined");

        assertThat(pay(order, "key", "tok_visa").expect(422).codes()).containsExactly("idempotency-key-reused");
        assertThat(charges(order)).isEmpty();
    }

    private ApiResponse pay(OrderEvents order, String key, String token) {
        return as(order.buyer())
                .with("Idempotency-Key", key)
                .post("/api/payments", Map.of("token", token, "orderId", order.id()));
    }
}
