package com.ticketing.payments.stripe;

/** Stripe's definite no to a card. */
public class CardDeclinedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    CardDeclinedException(String reason) {
        super(reason);
        this.reason = reason;
    }

    /** Why, in Stripe's words to the person. */
    public String reason() {
        return reason;
    }
}
