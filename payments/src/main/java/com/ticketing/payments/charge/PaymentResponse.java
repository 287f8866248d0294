package com.ticketing.payments.charge;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The order's payment.
 *
 * @param clientSecret with which the browser lets the person act, if the bank wants that
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PaymentResponse(String id, @Nullable String clientSecret) {}
