package com.ticketing.payments.stripe;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells whether a webhook's body is what Stripe signed, and signed lately. */
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

    /** Nothing is believed while there is no secret to check it with. */
    public boolean isGenuine(String body, @Nullable String header) {
        if (secret == null || header == null) {
            return false;
        }
        try {
            return Webhook.Signature.verifyHeader(body, header, secret, toleranceSeconds, clock);
        } catch (SignatureVerificationException e) {
            log.warn("A webhook is refused: {}", e.getMessage());
            return false;
        }
    }
}
