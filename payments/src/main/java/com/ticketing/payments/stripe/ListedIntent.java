package com.ticketing.payments.stripe;

import com.stripe.model.PaymentIntent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A PaymentIntent in the list of a Stripe account.
 *
 * @param orderId the order that this suite created it for, or null for a foreign PaymentIntent
 * @param amount in the currency's smallest unit
 * @param partlyRefunded the refunded part of the amount; 0 if nothing or everything was refunded
 * @param disputed whether the charge was ever disputed
 */
public record ListedIntent(
        String id,
        @Nullable String orderId,
        long amount,
        String currency,
        Intent state,
        long partlyRefunded,
        boolean disputed) {

    static ListedIntent of(PaymentIntent intent) {
        Map<String, String> metadata = intent.getMetadata();
        return new ListedIntent(
                intent.getId(),
                metadata == null ? null : metadata.get(StripeGateway.ORDER_ID),
                intent.getAmount(),
                intent.getCurrency(),
                Intent.of(intent),
                Reversals.partlyRefunded(intent.getLatestChargeObject()),
                Reversals.isDisputed(intent.getLatestChargeObject()));
    }
}
