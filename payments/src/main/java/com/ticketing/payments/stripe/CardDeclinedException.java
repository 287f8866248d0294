package com.ticketing.payments.stripe;

/** Stripe declined the card: the attempt took no money. */
public class CardDeclinedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Decline decline;

    CardDeclinedException(Decline decline) {
        super(decline.message());
        this.decline = decline;
    }

    public Decline decline() {
        return decline;
    }
}
