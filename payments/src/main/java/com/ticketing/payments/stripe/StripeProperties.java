package com.ticketing.payments.stripe;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Stripe is reached.
 *
 * @param key the secret or restricted API key
 * @param apiBase where the API is; unset means Stripe itself
 * @param publishableKey what the web page gives to Stripe's script; it is no secret
 * @param confirmPage where a stand-in for Stripe lets a person confirm a payment; unset means Stripe's script does
 * @param webhookSecret with which Stripe signs webhooks, whsec_…; unset means that none is believed
 * @param webhookTolerance how old a webhook's signature may be
 * @param connectTimeout for one connection
 * @param readTimeout for one answer
 * @param patience how long a request that failed for a passing reason is repeated with the same key
 */
@ConfigurationProperties("stripe")
record StripeProperties(
        @Nullable String key,
        @Nullable String apiBase,
        @Nullable String publishableKey,
        @Nullable String confirmPage,
        @Nullable String webhookSecret,
        @DefaultValue("PT5M") Duration webhookTolerance,
        @DefaultValue("PT3S") Duration connectTimeout,
        @DefaultValue("PT10S") Duration readTimeout,
        @DefaultValue("PT10S") Duration patience) {

    /** Without the secrets. */
    @Override
    public String toString() {
        return "StripeProperties[apiBase=" + apiBase + "]";
    }
}
