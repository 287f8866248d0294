package com.ticketing.payments.charge;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The payment of the order.
 *
 * @param clientSecret lets the browser ask the buyer for an authentication, if the bank requires one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PaymentResponse(String id, @Nullable String clientSecret) {

    /** Omits the client secret. */
    @Override
    public String toString() {
        return "PaymentResponse[id=" + id + "]";
    }
}
