package com.ticketing.tickets.ticket;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;

/** The state of a listing, as its seller sees it. */
public enum ListingStatus {
    @JsonProperty("on-sale")
    ON_SALE,
    @JsonProperty("held")
    HELD,
    @JsonProperty("sold")
    SOLD,
    @JsonProperty("withdrawn")
    WITHDRAWN;

    /** Returns the state of a ticket. An active order takes precedence over a withdrawal. */
    static ListingStatus of(Optional<OrderState> active, boolean withdrawn) {
        return active.map(order -> order.isSale() ? SOLD : HELD).orElse(withdrawn ? WITHDRAWN : ON_SALE);
    }
}
