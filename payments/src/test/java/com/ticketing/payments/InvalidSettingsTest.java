package com.ticketing.payments;

import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.servicetest.StartFailure;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Verifies that an invalid setting stops the start with one line. */
@ExtendWith(OutputCaptureExtension.class)
class InvalidSettingsTest {

    @Test
    void failsToStartWithoutAStripeKey(CapturedOutput output) {
        StartFailure.expect(PaymentsApplication.class);
        assertThat(output)
                .contains("STRIPE_KEY is missing; take a secret or restricted key")
                .doesNotContain("\tat ");
    }

    @ParameterizedTest
    @CsvSource({
        "stripe.key, pk_test_publishable, STRIPE_KEY is not a secret or restricted key",
        "stripe.key, 'sk_test with spaces', STRIPE_KEY is not a secret or restricted key",
        "stripe.api-base, localhost:4242, STRIPE_API_BASE is not an http address",
        "stripe.api-base, 'not an address', STRIPE_API_BASE is not an http address",
        "stripe.webhook-tolerance, PT0.999S, STRIPE_WEBHOOK_TOLERANCE must be at least one second",
        "stripe.connect-timeout, PT0S, STRIPE_CONNECT_TIMEOUT must be at least one millisecond",
        "stripe.read-timeout, PT0S, STRIPE_READ_TIMEOUT must be at least one millisecond",
        "stripe.patience, PT-1S, STRIPE_PATIENCE must not be negative",
        "payments.patience, PT-1S, PAYMENTS_PATIENCE must not be negative",
        "payments.lease, PT0S, PAYMENTS_LEASE must be positive",
        "payments.sweep-interval, PT0S, PAYMENTS_SWEEP_INTERVAL must be positive",
        "payments.first-check, PT0S, PAYMENTS_FIRST_CHECK must be positive",
        "payments.longest-pause, PT1.999S, PAYMENTS_LONGEST_PAUSE must be at least PAYMENTS_FIRST_CHECK",
        "jwt.key, short-key, JWT_KEY is too short",
        "currency, dollars, CURRENCY is not an ISO 4217 code",
    })
    void namesAnInvalidSettingWithoutItsValue(String name, String value, String message, CapturedOutput output) {
        // Spring Boot makes a list of an argument that is given twice
        List<String> settings = new ArrayList<>(List.of("--" + name + "=" + value));
        if (!name.equals("stripe.key")) {
            settings.add("--stripe.key=sk_test_x");
        }
        StartFailure.expect(PaymentsApplication.class, settings.toArray(String[]::new));
        assertThat(output).contains(message).doesNotContain(value).doesNotContain("\tat ");
    }
}
