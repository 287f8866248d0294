package com.ticketing.payments.payment;

/** The state of a charge. {@link ChargeTransitions} has the transitions. */
public enum ChargeStatus {
    /** An attempt was admitted; no card was confirmed for it yet. */
    REQUESTED,
    /** A card is being confirmed. */
    PROCESSING,
    /** A card may have been confirmed; Stripe's response was lost. */
    UNKNOWN,
    /** The bank requires an authentication by the buyer. */
    ACTION_REQUIRED,
    /** The last attempt took no money; another attempt is possible. */
    DECLINED,
    /** The PaymentIntent can never succeed. */
    CANCELLED,
    /** The money was taken. */
    SUCCEEDED,
    /** The money was taken and refunded. */
    REFUNDED;

    /** Returns whether an attempt is running, so that no other attempt may start. */
    public boolean isUndecided() {
        return this == REQUESTED || this == PROCESSING || this == UNKNOWN;
    }

    public boolean isPaid() {
        return this == SUCCEEDED || this == REFUNDED;
    }

    /** Returns whether the money was taken, or may still be: an attempt is running, or waits for the buyer's bank. */
    public boolean isOpenOrPaid() {
        return isUndecided() || this == ACTION_REQUIRED || isPaid();
    }

    /** Returns whether the PaymentIntent's state at Stripe cannot change any more, refunds apart. */
    public boolean isFinal() {
        return isPaid() || this == CANCELLED;
    }
}
