package com.ticketing.tickets.ticket;

import com.ticketing.common.errors.ApiException;
import com.ticketing.tickets.TicketError;
import java.util.Arrays;

/** The lists in which sellers find their tickets: one per status, and one for the sold tickets that are delivered. */
enum ListingGroup {
    ON_SALE("on-sale"),
    HELD("held"),
    SOLD("sold"),
    DELIVERED("delivered"),
    WITHDRAWN("withdrawn");

    private final String parameter;

    ListingGroup(String parameter) {
        this.parameter = parameter;
    }

    static ListingGroup of(ListingStatus status, boolean delivered) {
        return switch (status) {
            case ON_SALE -> ON_SALE;
            case HELD -> HELD;
            case SOLD -> delivered ? DELIVERED : SOLD;
            case WITHDRAWN -> WITHDRAWN;
        };
    }

    /** @throws ApiException {@link TicketError#STATUS_UNKNOWN} */
    static ListingGroup of(String parameter) {
        return Arrays.stream(values())
                .filter(group -> group.parameter.equals(parameter))
                .findAny()
                .orElseThrow(() -> new ApiException(TicketError.STATUS_UNKNOWN).withField("status"));
    }
}
