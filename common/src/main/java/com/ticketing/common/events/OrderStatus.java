package com.ticketing.common.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The status of an order in events and HTTP responses. */
public enum OrderStatus {
    /** Holds the ticket and is not paid. */
    @JsonProperty("created")
    CREATED,
    /** Ended without a sale. */
    @JsonProperty("cancelled")
    CANCELLED,
    /** Equivalent to {@link #CREATED}; accepted from other producers, never published by this suite. */
    @JsonProperty("awaiting:payment")
    AWAITING_PAYMENT,
    /** Paid. */
    @JsonProperty("complete")
    COMPLETE,
    /** Paid and refunded. */
    @JsonProperty("refunded")
    REFUNDED;

    /** Returns whether an order with this status holds its ticket without being paid. */
    public boolean isHold() {
        return this == CREATED || this == AWAITING_PAYMENT;
    }
}
