package com.ticketing.payments.payment;

/** Something that changes the state of a charge. */
enum ChargeEvent {
    /** Another attempt starts. */
    START_ATTEMPT,
    /** The attempt's card is about to be confirmed. */
    CONFIRM,
    /** Stripe's response was lost. */
    LOSE_OUTCOME,
    /** The bank requires an authentication by the buyer. */
    REQUIRE_ACTION,
    /** The attempt took no money. */
    DECLINE,
    /** The PaymentIntent was cancelled. */
    CANCEL,
    /** The PaymentIntent succeeded. */
    SUCCEED,
    /** The refund was made. */
    REFUND,
    /** The refund failed at the bank. */
    FAIL_REFUND,
    /** Stripe rejected the refund for good. */
    REJECT_REFUND,
    /** The part of the amount that was refunded at Stripe has changed. */
    REFUND_PARTLY,
    /** A dispute was opened or has changed. */
    DISPUTE
}
