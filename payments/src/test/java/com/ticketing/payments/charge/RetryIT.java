package com.ticketing.payments.charge;

import static com.ticketing.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.payments.OrderEvents;
import com.ticketing.payments.PaymentsServiceTest;
import com.ticketing.payments.payment.ChargeStatus;
import com.ticketing.stripe.Fault;
import com.ticketing.testsupport.ApiResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;

/**
 * Retries of requests to Stripe, and the end of the retries.
 *
 * <p>The tests of the end take as long as {@code stripe.patience}. It is longer than the read timeout, so that a
 * request that a busy machine delays is retried as well.
 */
@TestPropertySource(properties = {"stripe.read-timeout=PT5S", "stripe.patience=PT15S"})
class RetryIT extends PaymentsServiceTest {

    private static final String CONFIRM = "/confirm";

    @ParameterizedTest
    @ValueSource(strings = {"/payment_methods", "/payment_intents", CONFIRM})
    void aRequestWithoutAResponseIsRetriedWithTheSameIdempotencyKey(String path) {
        OrderEvents order = placed("20");
        stripe.inject(Fault.answerLost().times(2).on(path));
        pay(order, "tok_visa").expect(201);
        assertThat(charges(order)).hasSize(1);
        assertThat(requests(order, path).stream()
                        .map(request -> request.idempotencyKey())
                        .distinct())
                .hasSizeLessThanOrEqualTo(path.equals("/payment_intents") ? 2 : 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void aTransientRejectionIsRetriedWithTheSameIdempotencyKey(int status) {
        OrderEvents order = placed("20");
        stripe.inject(Fault.status(status).on("/payment_methods"));
        stripe.inject(Fault.status(status).on(CONFIRM));
        pay(order, "tok_visa").expect(201);
        assertThat(requests(order, CONFIRM)).hasSize(2);
        assertThat(charges(order)).hasSize(1);
    }

    @Test
    void aChargeMadeAfterTheTimeoutIsFoundByReconciliation() {
        OrderEvents order = placed("20");
        stripe.inject(Fault.answerLate(Duration.ofMinutes(1)).on(CONFIRM));
        pay(order, "tok_visa").expect(202);
        awaitStatus(order, ChargeStatus.SUCCEEDED);
        assertThat(charges(order)).hasSize(1);
        eventually(() -> assertThat(created(order)).hasSize(1));
    }

    @Test
    void anAttemptWithoutAResponseEndsUndecided() {
        OrderEvents order = placed("20");
        stripe.inject(Fault.answerLate(Duration.ofMinutes(1)).times(30).on("/payment_intents"));
        ApiResponse answer = pay(order, "tok_visa").expect(202);
        assertThat(answer.json().propertyNames()).containsExactly("id");
        assertThat(charges(order)).isEmpty();
    }
}
