package com.ticketing.payments.charge;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The settings that the web page needs to take a card.
 *
 * @param publishableKey the key for Stripe's script
 * @param digits the number of decimals of an amount that can be charged in the currency
 * @param confirmPage the page where the buyer confirms a payment, if that is not done by Stripe's script
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ConfigResponse(
        @Nullable String publishableKey,
        String currency,
        int digits,
        @Nullable String confirmPage) {}
