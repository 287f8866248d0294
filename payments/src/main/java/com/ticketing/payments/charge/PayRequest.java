package com.ticketing.payments.charge;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** A request to pay for an order with either a card token or a payment method of Stripe's. */
record PayRequest(
        @Nullable @Pattern(regexp = STRIPE_ID, message = "{token-malformed}")
        String token,

        @Nullable @Pattern(regexp = "pm_" + STRIPE_ID, message = "{payment-method-malformed}")
        String paymentMethodId,

        @NotBlank(message = "{order-id-missing}") String orderId) {

    private static final String STRIPE_ID = "[A-Za-z0-9_]{1,200}";

    @AssertTrue(message = "{card-missing}")
    boolean isToken() {
        return (token == null) != (paymentMethodId == null);
    }

    /** Returns the token or the payment method. */
    String source() {
        String source = token != null ? token : paymentMethodId;
        if (source == null) {
            throw new IllegalStateException("The request was not validated");
        }
        return source;
    }

    /** Omits the token and the payment method. */
    @Override
    public String toString() {
        return "PayRequest";
    }
}
