package com.ticketing.payments.stripe;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Verifies that Stripe signed a webhook's body, and recently. */
@Component
public class WebhookSignatures {

    private static final Logger log = LoggerFactory.getLogger(WebhookSignatures.class);

    private final @Nullable String secret;
    private final long toleranceSeconds;
    private final Clock clock;

    WebhookSignatures(StripeProperties properties, Clock clock) {
        String configured = properties.webhookSecret();
        this.secret = configured == null || configured.isBlank() ? null : configured;
        this.toleranceSeconds = properties.webhookTolerance().toSeconds();
        this.clock = clock;
    }

    /** Returns false if the signature is missing, wrong or too old, or if no secret is configured. */
    public boolean isGenuine(String body, @Nullable String header) {
        if (secret == null || header == null) {
            return false;
        }
        try {
            return Webhook.Signature.verifyHeader(body, header, secret, toleranceSeconds, clock);
        } catch (SignatureVerificationException e) {
            log.warn("Webhook rejected: reason={}", e.getMessage());
            return false;
        } catch (NumberFormatException | IndexOutOfBoundsException malformed) {
            // Stripe's library parses the header without checks
            log.warn("Webhook rejected: reason=malformed signature header");
            return false;
        }
    }
}
