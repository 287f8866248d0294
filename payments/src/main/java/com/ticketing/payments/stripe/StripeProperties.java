package com.ticketing.payments.stripe;

import com.ticketing.common.settings.InvalidSettingException;
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

    StripeProperties {
        // Stripe's library takes whole seconds, and does not check the age if there are none
        if (webhookTolerance.toSeconds() < 1) {
            throw new InvalidSettingException(
                    "STRIPE_WEBHOOK_TOLERANCE must be at least one second", "set it to a duration such as PT5M");
        }
        // a timeout of zero means none
        if (connectTimeout.toMillis() < 1) {
            throw new InvalidSettingException(
                    "STRIPE_CONNECT_TIMEOUT must be at least one millisecond", "set it to a duration such as PT3S");
        }
        if (readTimeout.toMillis() < 1) {
            throw new InvalidSettingException(
                    "STRIPE_READ_TIMEOUT must be at least one millisecond", "set it to a duration such as PT10S");
        }
        if (patience.isNegative()) {
            throw new InvalidSettingException(
                    "STRIPE_PATIENCE must not be negative", "set it to a duration such as PT10S");
        }
    }

    /** Omits the secrets. */
    @Override
    public String toString() {
        return "StripeProperties[apiBase=" + apiBase + "]";
    }
}
