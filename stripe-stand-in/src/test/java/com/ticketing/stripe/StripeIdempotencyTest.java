package com.ticketing.stripe;

import static com.ticketing.stripe.StripeClients.intent;
import static com.ticketing.stripe.StripeClients.key;
import static com.ticketing.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stripe.StripeClient;
import com.stripe.exception.CardException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.param.PaymentIntentCreateParams;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StripeIdempotencyTest {

    @AutoClose
    private final StripeStandIn stripe = StripeStandIn.start();

    private final StripeClient client = StripeClients.of(stripe);

    @TempDir
    Path folder;

    @Test
    void repeatsTheResponseForTheSameRequest() throws StripeException {
        PaymentIntent first = create(client, payment(1999), "order-1");
        PaymentIntent second = create(client, payment(1999), "order-1");

        assertThat(second.getId()).isEqualTo(first.getId());
        assertThat(second.getLastResponse().headers().firstValue("Idempotent-Replayed"))
                .contains("true");
        assertThat(first.getLastResponse().headers().firstValue("Idempotent-Replayed"))
                .isEmpty();
        assertThat(stripe.charges()).hasSize(1);
    }

    @Test
    void repeatsADecline() {
        PaymentIntentCreateParams declined = intent(1999)
                .setPaymentMethod("pm_card_chargeDeclined")
                .setConfirm(true)
                .build();

        for (int i = 0; i < 2; i++) {
            assertThat(catchThrowableOfType(CardException.class, () -> create(client, declined, "order-1")))
                    .isNotNull();
        }

        assertThat(stripe.declines()).hasSize(1);
    }

    @Test
    void repeatsASavedErrorOfARequestThatWasNotExecuted() throws StripeException {
        stripe.inject(Fault.savedStatus(500));

        for (int i = 0; i < 3; i++) {
            assertThat(failure("order-1").getStatusCode()).isEqualTo(500);
        }

        assertThat(stripe.charges()).isEmpty();
        create(client, payment(1999), "order-1-2");
        assertThat(stripe.charges()).hasSize(1);
    }

    @Test
    void repeatsASavedErrorOfARequestThatWasExecuted() {
        stripe.inject(Fault.savedStatusAfterExecution(500));

        assertThat(failure("order-1").getStatusCode()).isEqualTo(500);
        assertThat(failure("order-1").getStatusCode()).isEqualTo(500);

        assertThat(stripe.charges()).hasSize(1);
    }

    @Test
    void doesNotSpendASavedErrorOnARepeatedRequest() throws StripeException {
        create(client, payment(1999), "order-1");
        stripe.inject(Fault.savedStatus(500));

        create(client, payment(1999), "order-1");

        assertThat(failure("order-2").getStatusCode()).isEqualTo(500);
    }

    private StripeException failure(String key) {
        return catchThrowableOfType(StripeException.class, () -> create(client, payment(1999), key));
    }

    @Test
    void rejectsAnotherRequestWithTheSameKey() throws StripeException {
        create(client, payment(1999), "order-1");

        IdempotencyException other =
                catchThrowableOfType(IdempotencyException.class, () -> create(client, payment(2000), "order-1"));

        assertThat(other.getStatusCode()).isEqualTo(400);
        assertThat(stripe.charges()).hasSize(1);
    }

    @Test
    void acceptsACorrectedRequestAfterAValidationError() throws StripeException {
        assertThat(catchThrowableOfType(InvalidRequestException.class, () -> create(client, payment(1), "order-1")))
                .isNotNull();

        assertThat(create(client, payment(1999), "order-1").getStatus()).isEqualTo("succeeded");
    }

    @Test
    void rejectsAKeyWhoseRequestIsInProgress() throws Exception {
        stripe.inject(Fault.answerLate(Duration.ofMinutes(1)));
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<PaymentIntent> slow = executor.submit(() -> create(client, payment(1999), "order-1"));
            eventually(() -> assertThat(stripe.charges()).isNotEmpty());

            StripeException second =
                    catchThrowableOfType(StripeException.class, () -> create(client, payment(1999), "order-1"));

            assertThat(second.getStatusCode()).isEqualTo(409);
            assertThat(second.getCode()).isEqualTo("idempotency_key_in_use");
            String other = create(client, payment(1999), "order-2").getId();
            stripe.clearFaults();
            assertThat(other).isNotEqualTo(slow.get().getId());
        }
    }

    @Test
    void chargesOnceForConcurrentRequests() throws Exception {
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> statuses = IntStream.range(0, 20)
                    .mapToObj(i -> executor.submit(() -> {
                        try {
                            return create(client, payment(1999), "order-1")
                                    .getLastResponse()
                                    .code();
                        } catch (StripeException e) {
                            return e.getStatusCode();
                        }
                    }))
                    .toList();
            for (Future<Integer> status : statuses) {
                assertThat(status.get()).isIn(200, 409);
            }
        }

        assertThat(stripe.charges()).hasSize(1);
    }

    @Test
    void keepsKeysAfterARestart() throws StripeException {
        String first;
        try (StripeStandIn before = StripeStandIn.start(StripeStandIn.loopback(), Optional.of(folder))) {
            first = create(StripeClients.of(before), payment(1999), "order-1").getId();
        }

        try (StripeStandIn after = StripeStandIn.start(StripeStandIn.loopback(), Optional.of(folder))) {
            assertThat(create(StripeClients.of(after), payment(1999), "order-1").getId())
                    .isEqualTo(first);
            assertThat(after.charges()).hasSize(1);
            assertThat(StripeClients.of(after)
                            .v1()
                            .paymentIntents()
                            .retrieve(first)
                            .getStatus())
                    .isEqualTo("succeeded");
        }
    }

    @Test
    void savesARequestAndItsResponseWithOneWrite() throws StripeException {
        try (StripeStandIn stripe = StripeStandIn.start(StripeStandIn.loopback(), Optional.of(folder))) {
            create(StripeClients.of(stripe), payment(1999), "order-1");
        }

        assertThat(folder.resolve("stripe-changes.jsonl")).content().hasLineCount(1);
    }

    private static PaymentIntentCreateParams payment(long amount) {
        return intent(amount).setPaymentMethod("pm_card_visa").setConfirm(true).build();
    }

    private static PaymentIntent create(StripeClient client, PaymentIntentCreateParams params, String key)
            throws StripeException {
        return client.v1().paymentIntents().create(params, key(key));
    }
}
