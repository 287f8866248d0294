package com.ticketing.payments;

import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.servicetest.SettingsTest;
import com.ticketing.servicetest.StartRefusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;

class InvalidSettingsTest extends SettingsTest {

    @Override
    protected Class<?> application() {
        return PaymentsApplication.class;
    }

    @Test
    void requiresAStripeKey(CapturedOutput output) {
        StartRefusal.expect(application());

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
    void namesTheInvalidSettingAndHidesItsValue(String name, String value, String message, CapturedOutput output) {
        // Spring Boot makes a list of an argument that is given twice
        StartRefusal.expect(
                application(),
                name.equals("stripe.key") ? "--debug=false" : "--stripe.key=sk_test_x",
                "--" + name + "=" + value);

        assertThat(output).contains(message);
        assertThat(output).doesNotContain(value).doesNotContain("\tat ");
    }
}
