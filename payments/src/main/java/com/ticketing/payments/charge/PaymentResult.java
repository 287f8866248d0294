package com.ticketing.payments.charge;

import org.jspecify.annotations.Nullable;

/** The result of a request to pay that was not rejected. */
sealed interface PaymentResult {

    /** The order is paid. */
    record Paid(String paymentId) implements PaymentResult {}

    /**
     * The bank requires an authentication by the buyer.
     *
     * @param clientSecret absent if Stripe did not respond; the buyer may ask again
     */
    record ActionRequired(String paymentId, @Nullable String clientSecret) implements PaymentResult {

        /** Omits the client secret. */
        @Override
        public String toString() {
            return "ActionRequired[paymentId=" + paymentId + "]";
        }
    }

    /** An attempt is running, or its outcome is unknown. */
    record Undecided(String paymentId) implements PaymentResult {}
}
