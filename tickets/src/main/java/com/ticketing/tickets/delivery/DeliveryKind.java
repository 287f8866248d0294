package com.ticketing.tickets.delivery;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The form in which a buyer receives a ticket. */
public enum DeliveryKind {
    @JsonProperty("code")
    CODE,
    @JsonProperty("link")
    LINK,
    @JsonProperty("file")
    FILE
}
