package com.ticketing.payments.charge;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What the web page needs to take a card.
 *
 * @param publishableKey for Stripe's script
 * @param confirmPage where a browser is sent to confirm a payment that the bank asks about, if not by Stripe's script
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ConfigResponse(
        @Nullable String publishableKey,
        String currency,
        @Nullable String confirmPage) {}
