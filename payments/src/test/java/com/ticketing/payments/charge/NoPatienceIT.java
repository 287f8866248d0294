package com.ticketing.payments.charge;

import static com.ticketing.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.payments.OrderEvents;
import com.ticketing.payments.PaymentsServiceTest;
import com.ticketing.stripe.Fault;
import com.ticketing.testsupport.ApiResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** With a patience of zero, a request does not wait for a concurrent attempt. */
@TestPropertySource(properties = "payments.patience=PT0S")
class NoPatienceIT extends PaymentsServiceTest {

    @Test
    void aRequestDuringAnotherAttemptIsAnsweredWith202AtOnce() {
        OrderEvents order = placed("20");
        stripe.inject(Fault.answerLate(Duration.ofMinutes(1)).on("/confirm"));
        CompletableFuture<ApiResponse> attempt = payAsync(order, "tok_visa");
        eventually(() -> assertThat(charges(order)).hasSize(1));

        pay(order, "tok_visa").expect(202);
        assertThat(attempt).isNotDone();
        stripe.clearFaults();
        attempt.join().expect(201);
    }
}
