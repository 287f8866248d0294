package com.ticketing.payments;

import com.ticketing.stripe.StripeStandIn;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/**
 * Starts one stand-in per application context, like the database and the channels, because a reconciliation report
 * compares all PaymentIntents of the account with that database.
 */
@TestConfiguration(proxyBeanMethods = false)
class StandInConfiguration {

    @Bean
    StripeStandIn stripeStandIn() {
        return StripeStandIn.start();
    }

    @Bean
    DynamicPropertyRegistrar stripeAddress(StripeStandIn stripe) {
        return registry -> {
            registry.add("stripe.api-base", stripe::baseUrl);
            registry.add("stripe.confirm-page", () -> StripeStandIn.BANK_PAGE);
        };
    }
}
