package com.ticketing.common.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The status of a dispute about a charge, from the seller's point of view. */
public enum DisputeStatus {
    /** The bank has not decided. */
    @JsonProperty("open")
    OPEN,
    /** The seller keeps the money. */
    @JsonProperty("won")
    WON,
    /** The buyer has the money back. Final. */
    @JsonProperty("lost")
    LOST
}
