package com.ticketing.common.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The state of an order on the wire. */
public enum OrderStatus {
    /** The ticket is held and not yet paid. */
    @JsonProperty("created")
    CREATED,
    /** Ended without a sale. */
    @JsonProperty("cancelled")
    CANCELLED,
    /** Accepted from older producers as an equal of {@link #CREATED}; never sent by this suite. */
    @JsonProperty("awaiting:payment")
    AWAITING_PAYMENT,
    /** Paid. */
    @JsonProperty("complete")
    COMPLETE,
    /** Paid, and the money given back. */
    @JsonProperty("refunded")
    REFUNDED;

    /** Whether an order in this state keeps others from buying its ticket without having been paid. */
    public boolean isHold() {
        return this == CREATED || this == AWAITING_PAYMENT;
    }
}
