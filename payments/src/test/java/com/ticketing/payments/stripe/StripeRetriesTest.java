package com.ticketing.payments.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.ApiException;
import com.stripe.exception.CardException;
import com.stripe.exception.StripeException;
import com.ticketing.payments.PaymentError;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StripeRetriesTest {

    private final Deque<Exception> failures = new ArrayDeque<>();
    private int sent;

    @AfterEach
    void clearInterrupt() {
        Thread.interrupted();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 409, 429, 500, 503})
    void aTransientFailureIsRetried(int status) {
        failures.addAll(List.of(failure(status, null), new ApiConnectionException("reset")));
        assertThat(retries(Duration.ofMinutes(1)).send(this::request)).isEqualTo("response");
        assertThat(sent).isEqualTo(3);
    }

    @Test
    void theOutcomeIsUnknownOnceThePatienceIsOver() {
        failures.addAll(List.of(failure(500, null), failure(500, null)));
        assertThatThrownBy(() -> retries(Duration.ofMillis(1)).send(this::request))
                .isInstanceOf(UnknownOutcomeException.class)
                .hasMessageContaining("500");
        assertThat(sent).isEqualTo(1);
    }

    @Test
    void serverErrorsAreCountedAndOtherFailuresAreNot() {
        failures.addAll(List.of(failure(500, null), failure(429, null), new ApiConnectionException("reset")));
        failures.addAll(Collections.nCopies(100, failure(503, null)));
        assertThatThrownBy(() -> retries(Duration.ofMillis(700)).send(this::request))
                .isInstanceOfSatisfying(
                        UnknownOutcomeException.class,
                        e -> assertThat(e.serverErrors()).isPositive().isEqualTo(sent - 2));
    }

    @Test
    void aPatienceOfZeroAllowsNoRetries() {
        failures.addAll(List.of(failure(500, null), failure(500, null)));
        assertThatThrownBy(() -> retries(Duration.ZERO).send(this::request))
                .isInstanceOf(UnknownOutcomeException.class);
        assertThat(sent).isEqualTo(1);
    }

    @Test
    void anInterruptEndsTheRetriesWithAnUnknownOutcome() {
        failures.addAll(List.of(failure(500, null), failure(500, null)));
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> retries(Duration.ofMinutes(1)).send(this::request))
                .isInstanceOf(UnknownOutcomeException.class);
        assertThat(sent).isEqualTo(1);
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }

    @Test
    void aDeclineIsNotRetried() {
        failures.add(new CardException("no", "req_1", "expired_card", null, "expired_card", "ch_1", 402, null));
        assertThatThrownBy(() -> retries(Duration.ofMinutes(1)).send(this::request))
                .isInstanceOfSatisfying(
                        CardDeclinedException.class,
                        e -> assertThat(e.decline().message()).isNotBlank());
        assertThat(sent).isEqualTo(1);
    }

    @Test
    void aRejectionIsNotRetriedAndHasAnErrorForTheBuyer() {
        assertRejected(400, "amount_too_small", PaymentError.AMOUNT_TOO_SMALL);
        assertRejected(400, "amount_too_large", PaymentError.AMOUNT_TOO_LARGE);
        assertRejected(404, "resource_missing", PaymentError.CARD_UNUSABLE);
        assertRejected(401, null, PaymentError.PAYMENT_NOT_COMPLETED);
    }

    @Test
    void aProgrammingErrorIsNotHidden() {
        failures.add(new IllegalArgumentException("bug"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> retries(Duration.ofMinutes(1)).send(this::request));
    }

    private void assertRejected(int status, @Nullable String code, PaymentError expected) {
        sent = 0;
        failures.add(failure(status, code));
        assertThatThrownBy(() -> retries(Duration.ofMinutes(1)).send(this::request))
                .isInstanceOfSatisfying(
                        RejectedException.class,
                        e -> assertThat(e.errorForBuyer()).isEqualTo(expected));
        assertThat(sent).isEqualTo(1);
    }

    private String request() throws StripeException {
        sent++;
        switch (failures.poll()) {
            case null -> {}
            case StripeException e -> throw e;
            case RuntimeException e -> throw e;
            case Exception e -> throw new AssertionError(e);
        }
        return "response";
    }

    private static StripeException failure(int status, @Nullable String code) {
        return new ApiException("failed", "req_1", code, status, null);
    }

    private static StripeRetries retries(Duration patience) {
        Duration unused = Duration.ofSeconds(1);
        return new StripeRetries(
                new StripeProperties("sk_test_1", null, null, null, null, unused, unused, unused, patience));
    }
}
