package com.ticketing.payments.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ticketing.common.errors.ApiException;
import com.ticketing.common.errors.CommonError;
import com.ticketing.common.security.PublicRoute;
import com.ticketing.payments.PaymentError;
import com.ticketing.payments.stripe.WebhookSignatures;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Takes what Stripe signed, without a cookie: kept first, acted on later, so that Stripe is answered at once. */
@RestController
class WebhookController {

    private final WebhookSignatures signatures;
    private final WebhookInbox inbox;
    private final WebhookInboxReader reader;
    private final JsonMapper json;
    private final Clock clock;
    private final Counter refused;

    WebhookController(
            WebhookSignatures signatures,
            WebhookInbox inbox,
            WebhookInboxReader reader,
            JsonMapper json,
            Clock clock,
            MeterRegistry meters) {
        this.signatures = signatures;
        this.inbox = inbox;
        this.reader = reader;
        this.json = json;
        this.clock = clock;
        this.refused = Counter.builder("payments.webhooks.refused")
                .description("Webhooks with a wrong signature")
                .register(meters);
    }

    @PostMapping("/api/payments/webhook")
    @PublicRoute
    Map<String, Boolean> receive(
            @RequestBody(required = false) byte @Nullable [] body,
            @RequestHeader(name = "Stripe-Signature", required = false) @Nullable String signature) {
        String payload = body == null ? "" : new String(body, UTF_8);
        if (!signatures.isGenuine(payload, signature)) {
            refused.increment();
            throw new ApiException(PaymentError.WEBHOOK_SIGNATURE_INVALID);
        }
        if (inbox.add(event(payload))) {
            reader.wake();
        }
        return Map.of("received", true);
    }

    private StripeEvent event(String payload) {
        try {
            StripeEvent event = StripeEvent.of(json.readTree(payload), clock.instant());
            if (event != null) {
                return event;
            }
        } catch (JacksonException e) {
            throw new ApiException(CommonError.BODY_NOT_AN_OBJECT);
        }
        throw new ApiException(PaymentError.WEBHOOK_MALFORMED);
    }
}
