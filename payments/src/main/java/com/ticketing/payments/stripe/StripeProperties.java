package com.ticketing.payments.stripe;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The connection to Stripe.
 *
 * @param key the secret or restricted API key; required
 * @param apiBase the address of the API; unset means Stripe itself
 * @param publishableKey the key for Stripe's script in the web page; it is not a secret
 * @param confirmPage the page of a Stripe stand-in where a buyer confirms a payment; unset means Stripe's script is
 *     used
 * @param webhookSecret the secret that Stripe signs webhooks with, whsec_…; unset means that all webhooks are rejected
 * @param webhookTolerance the maximum age of a webhook's signature
 * @param connectTimeout the timeout for a connection
 * @param readTimeout the timeout for a response
 * @param patience for how long a request is retried after transient failures, with the same idempotency key
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

    /** Omits the secrets. */
    @Override
    public String toString() {
        return "StripeProperties[apiBase=" + apiBase + "]";
    }
}
