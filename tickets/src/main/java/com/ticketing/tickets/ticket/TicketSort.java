package com.ticketing.tickets.ticket;

import com.ticketing.common.errors.ApiException;
import com.ticketing.tickets.TicketError;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;

/**
 * The orders of the ticket list. Tickets with the same value are in the order of their ids, newest first for ascending
 * prices, so that one index serves both directions of the price.
 */
enum TicketSort {
    NEWEST("newest", "_id", Direction.DESC, Direction.DESC),
    CHEAPEST("price", Ticket.PRICE, Direction.ASC, Direction.DESC),
    DEAREST("-price", Ticket.PRICE, Direction.DESC, Direction.ASC),
    SOONEST("startsAt", Ticket.LISTED_UNTIL, Direction.ASC, Direction.ASC);

    private final String parameter;
    private final String field;
    private final Direction direction;
    private final Direction ties;

    TicketSort(String parameter, String field, Direction direction, Direction ties) {
        this.parameter = parameter;
        this.field = field;
        this.direction = direction;
        this.ties = ties;
    }

    /** @throws ApiException {@link TicketError#SORT_UNKNOWN} */
    static TicketSort of(@Nullable String parameter) {
        return Arrays.stream(values())
                .filter(sort -> sort.parameter.equals(parameter == null ? NEWEST.parameter : parameter))
                .findAny()
                .orElseThrow(() -> new ApiException(TicketError.SORT_UNKNOWN).withField("sort"));
    }

    /** The sorted field; {@code _id} for the newest first. */
    String field() {
        return field;
    }

    Direction direction() {
        return direction;
    }

    /** The direction of the ids of tickets with the same value. */
    Direction ties() {
        return ties;
    }

    Sort sort() {
        return this == NEWEST
                ? Sort.by(direction, "_id")
                : Sort.by(direction, field).and(Sort.by(ties, "_id"));
    }
}
