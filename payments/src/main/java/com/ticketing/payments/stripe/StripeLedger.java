package com.ticketing.payments.stripe;

import com.stripe.StripeClient;
import com.stripe.param.PaymentIntentListParams;
import com.stripe.param.PaymentIntentRetrieveParams;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What Stripe has on its books, for comparison with ours. */
@Component
public class StripeLedger {

    private static final long PAGE = 100;

    private final StripeClient stripe;
    private final StripeRetries retries;

    StripeLedger(StripeClient stripe, StripeProperties properties) {
        this.stripe = stripe;
        this.retries = new StripeRetries(properties.patience());
    }

    /** PaymentIntents made from {@code from} on and before {@code to}, newest first; empty after the last page. */
    public List<ListedIntent> page(Instant from, Instant to, @Nullable String after) {
        PaymentIntentListParams.Builder params = PaymentIntentListParams.builder()
                .setCreated(PaymentIntentListParams.Created.builder()
                        .setGte(from.getEpochSecond())
                        .setLt(to.getEpochSecond())
                        .build())
                .setLimit(PAGE)
                .addExpand("data.latest_charge");
        if (after != null) {
            params.setStartingAfter(after);
        }
        return retries.call(() -> stripe.v1().paymentIntents().list(params.build()).getData().stream()
                .map(ListedIntent::of)
                .toList());
    }

    /** Empty if Stripe has no such PaymentIntent. */
    public Optional<ListedIntent> find(String intentId) {
        PaymentIntentRetrieveParams params =
                PaymentIntentRetrieveParams.builder().addExpand("latest_charge").build();
        try {
            return Optional.of(retries.call(
                    () -> ListedIntent.of(stripe.v1().paymentIntents().retrieve(intentId, params))));
        } catch (RefusedException e) {
            if (e.hasCode("resource_missing")) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
