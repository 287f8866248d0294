package com.ticketing.payments.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StripeEventTest {

    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource({"PT0S, PT10S", "PT10S, PT10S", "PT20S, PT20S", "PT59M, PT59M", "P3D, PT1H"})
    void isDueAgainAfterTheTimeItHasWaited(Duration waited, Duration pause) {
        StripeEvent event = new StripeEvent("evt_1", "payment_intent.succeeded", "pi_1", NOON, true, null, null);

        assertThat(event.dueAfterFailure(NOON.plus(waited)))
                .isEqualTo(NOON.plus(waited).plus(pause));
    }
}
