package com.ticketing.payments.charge;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The settings that the web page needs to take a card.
 *
 * @param publishableKey the key for Stripe's script
 * @param digits the number of decimals of a price that can be charged in the currency
 * @param decimals the number of decimals of the smallest unit, in which Stripe's script counts
 * @param minimum the lowest price that can be charged
 * @param maximum the highest price that can be charged
 * @param confirmPage the page where the buyer confirms a payment, if that is not done by Stripe's script
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ConfigResponse(
        @Nullable String publishableKey,
        String currency,
        int digits,
        int decimals,
        BigDecimal minimum,
        BigDecimal maximum,
        @Nullable String confirmPage) {}
