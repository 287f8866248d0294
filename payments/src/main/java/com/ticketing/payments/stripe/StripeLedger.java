package com.ticketing.payments.stripe;

import com.stripe.StripeClient;
import com.stripe.param.PaymentIntentListParams;
import com.stripe.param.PaymentIntentRetrieveParams;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Stripe's side of the reconciliation report: the PaymentIntents of the account. */
@Component
public class StripeLedger {

    private static final long PAGE = 100;

    private final StripeClient stripe;
    private final StripeRetries retries;

    StripeLedger(StripeClient stripe, StripeRetries retries) {
        this.stripe = stripe;
        this.retries = retries;
    }

    /**
     * Returns a page of the PaymentIntents created between the two times, newest first.
     *
     * @param from the earliest time, inclusive, in whole seconds
     * @param to the latest time, exclusive
     * @param after the last id of the page before, or null for the first page
     * @return an empty list after the last page
     */
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
        return retries.send(() -> stripe.v1().paymentIntents().list(params.build()).getData().stream()
                .map(ListedIntent::of)
                .toList());
    }

    /** Returns the PaymentIntent, or empty if Stripe has none with this id. */
    public Optional<ListedIntent> find(String intentId) {
        PaymentIntentRetrieveParams params =
                PaymentIntentRetrieveParams.builder().addExpand("latest_charge").build();
        try {
            return Optional.of(retries.send(
                    () -> ListedIntent.of(stripe.v1().paymentIntents().retrieve(intentId, params))));
        } catch (RejectedException e) {
            if (e.hasCode("resource_missing")) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
