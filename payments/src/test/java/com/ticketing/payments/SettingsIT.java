package com.ticketing.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A setting that cannot be right stops the start with one sentence. */
@ExtendWith(OutputCaptureExtension.class)
@Timeout(60)
class SettingsIT {

    @Test
    void theStripeKeyMustBeGiven(CapturedOutput output) {
        start();
        assertThat(output).contains("STRIPE_KEY is missing; take a secret or restricted key");
        assertThat(output).doesNotContain("\tat ");
    }

    @ParameterizedTest
    @CsvSource({
        "stripe.key, pk_test_publishable, STRIPE_KEY is not a secret or restricted key",
        "stripe.key, 'sk_test with spaces', STRIPE_KEY is not a secret or restricted key",
        "stripe.api-base, localhost:4242, STRIPE_API_BASE is not an http address",
        "stripe.api-base, 'not an address', STRIPE_API_BASE is not an http address",
        "currency, dollars, CURRENCY is not an ISO 4217 code",
    })
    void aWrongSettingIsNamedAndNotShown(String name, String value, String message, CapturedOutput output) {
        // a name given twice would make a list
        start(name.equals("stripe.key") ? "--debug=false" : "--stripe.key=sk_test_x", "--" + name + "=" + value);
        assertThat(output).contains(message);
        assertThat(output).doesNotContain(value).doesNotContain("\tat ");
    }

    private static void start(String... arguments) {
        List<String> all = new ArrayList<>(List.of(
                "--server.port=0",
                "--management.server.port=0",
                "--spring.mongodb.uri=mongodb://127.0.0.1:1/payments?serverSelectionTimeoutMS=1",
                "--nats.url=nats://127.0.0.1:1",
                "--jwt.key=a-key-that-is-long-enough-for-hs256-0123456789"));
        all.addAll(List.of(arguments));
        try {
            SpringApplication.run(PaymentsApplication.class, all.toArray(String[]::new))
                    .close();
        } catch (RuntimeException e) {
            return;
        }
        throw new AssertionError("It started");
    }
}
