package com.ticketing.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StripeRequestLogTest {

    private final StripeRequestLog log = new StripeRequestLog();

    @Test
    void dropsTheOldestRequestsBeyondItsCapacity() {
        for (int i = 0; i <= StripeRequestLog.CAPACITY; i++) {
            log.add(new StripeStandIn.Request("GET", "/v1/charges/" + i, null, 200));
        }

        assertThat(log.all()).hasSize(StripeRequestLog.CAPACITY);
        assertThat(log.all().getFirst().path()).isEqualTo("/v1/charges/1");
        assertThat(log.count()).isEqualTo(StripeRequestLog.CAPACITY + 1);
    }
}
