package com.ticketing.payments.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ticketing.common.errors.ApiException;
import com.ticketing.common.errors.CommonError;
import com.ticketing.common.time.BackgroundTask;
import com.ticketing.payments.PaymentError;
import com.ticketing.payments.stripe.WebhookSignatures;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The route for Stripe's webhooks, authenticated by Stripe's signature instead of a cookie. It stores the event and
 * responds at once; a background task processes it.
 */
@RestController
class WebhookController {

    private final WebhookSignatures signatures;
    private final WebhookInbox inbox;
    private final BackgroundTask processing;
    private final JsonMapper json;
    private final Clock clock;
    private final Counter rejected;

    WebhookController(
            WebhookSignatures signatures,
            WebhookInbox inbox,
            @Qualifier(WebhookConfiguration.TASK) BackgroundTask processing,
            JsonMapper json,
            Clock clock,
            MeterRegistry meters) {
        this.signatures = signatures;
        this.inbox = inbox;
        this.processing = processing;
        this.json = json;
        this.clock = clock;
        this.rejected = Counter.builder("payments.webhooks.rejected")
                .description("Webhooks with an invalid signature")
                .register(meters);
    }

    @PostMapping("/api/payments/webhook")
    Map<String, Boolean> receive(
            @RequestBody(required = false) byte @Nullable [] body,
            @RequestHeader(name = "Stripe-Signature", required = false) @Nullable String signature) {
        String payload = body == null ? "" : new String(body, UTF_8);
        if (!signatures.isGenuine(payload, signature)) {
            rejected.increment();
            throw new ApiException(PaymentError.WEBHOOK_SIGNATURE_INVALID);
        }
        inbox.add(StripeEvent.of(parse(payload), clock.instant())
                .orElseThrow(() -> new ApiException(PaymentError.WEBHOOK_MALFORMED)));
        processing.wake();
        return Map.of("received", true);
    }

    private JsonNode parse(String payload) {
        try {
            return json.readTree(payload);
        } catch (JacksonException e) {
            throw new ApiException(CommonError.BODY_NOT_AN_OBJECT);
        }
    }
}
