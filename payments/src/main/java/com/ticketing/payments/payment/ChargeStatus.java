package com.ticketing.payments.payment;

/** Where a charge stands. */
public enum ChargeStatus {
    /** An attempt was let in; no card has been confirmed for it. */
    REQUESTED,
    /** A card is being confirmed. */
    PROCESSING,
    /** A card was confirmed and the outcome was not heard. */
    UNKNOWN,
    /** The bank wants to hear from the person. */
    ACTION_REQUIRED,
    /** The last attempt took no money; there may be another. */
    DECLINED,
    /** The PaymentIntent can never succeed. */
    CANCELLED,
    /** The money was taken. */
    SUCCEEDED,
    /** The money was taken and given back. */
    REFUNDED;

    /** Whether an attempt is under way whose end has to be awaited. */
    public boolean isUndecided() {
        return this == REQUESTED || this == PROCESSING || this == UNKNOWN;
    }

    public boolean isPaid() {
        return this == SUCCEEDED || this == REFUNDED;
    }

    /** Whether Stripe will never tell anything else. */
    public boolean isFinal() {
        return isPaid() || this == CANCELLED;
    }
}
