package com.ticketing.payments.payment;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** What the web page needs to take a card. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ConfigResponse(@Nullable String publishableKey, String currency) {}
