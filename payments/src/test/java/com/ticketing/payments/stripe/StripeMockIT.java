package com.ticketing.payments.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.devservers.StripeMock;
import com.ticketing.testsupport.Api;
import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Checks each request of this service against Stripe's own description of its API. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StripeMockIT {

    private static final String ORDER = "6924400000000000000000c1";

    private StripeMock mock;
    private StripeGateway gateway;
    private StripeLedger ledger;

    @BeforeAll
    void start() throws Exception {
        mock = StripeMock.start();
        StripeProperties properties = new StripeProperties(
                "sk_test_123",
                mock.url(),
                null,
                null,
                null,
                Duration.ofMinutes(5),
                Duration.ofSeconds(3),
                Duration.ofSeconds(10),
                Duration.ofSeconds(5));
        var client = new StripeConfiguration().stripeClient(properties, ObservationRegistry.NOOP);
        StripeRetries retries = new StripeRetries(properties);
        gateway = new StripeGateway(client, retries, properties);
        ledger = new StripeLedger(client, retries);
    }

    @AfterAll
    void stop() {
        mock.close();
    }

    @Test
    void aPaymentIntentIsCreated() {
        assertThat(gateway.createIntent(ORDER, 0, 1999, "usd").id()).startsWith("pi_");
    }

    @Test
    void aPaymentMethodIsCreatedFromAToken() {
        assertThat(gateway.createPaymentMethod(ORDER, 1, "tok_visa")).startsWith("pm_");
    }

    @Test
    void aPaymentIntentIsConfirmedRetrievedAndCancelled() {
        assertThat(gateway.confirm(ORDER, 1, "pi_123", "pm_card_visa").id()).startsWith("pi_");
        assertThat(gateway.retrieve("pi_123").id()).startsWith("pi_");
        assertThat(gateway.cancel("pi_123").id()).startsWith("pi_");
    }

    @Test
    void aPaymentIsRefunded() {
        assertThat(gateway.refund(ORDER, 1, 0, "pi_123").id()).startsWith("re_");
        assertThat(gateway.hasFailed("re_123")).isFalse();
    }

    @Test
    void paymentIntentsAreListedAndFound() {
        assertThat(ledger.page(Instant.EPOCH, Clock.systemUTC().instant(), null))
                .isNotEmpty();
        assertThat(ledger.page(Instant.EPOCH, Clock.systemUTC().instant(), "pi_123"))
                .isNotNull();
        assertThat(ledger.find("pi_123")).isPresent();
    }

    @Test
    void aRequestThatViolatesTheDescriptionIsRejected() {
        new Api(mock.url())
                .with("Authorization", "Bearer sk_test_123")
                .sendText("POST", "/v1/payment_intents", "application/x-www-form-urlencoded", "currency=usd&price=1")
                .expect(400);
    }
}
