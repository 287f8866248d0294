package com.ticketing.orders;

import com.ticketing.common.errors.ErrorCode;
import org.springframework.http.HttpStatus;

/** The error codes of the orders service, in addition to the common ones. */
public enum OrderError implements ErrorCode {
    TICKET_ID_MISSING(HttpStatus.BAD_REQUEST, "TicketId must be provided"),
    TICKET_RESERVED(HttpStatus.BAD_REQUEST, "Ticket is already reserved"),
    TOO_MANY_HOLDS(HttpStatus.BAD_REQUEST, "You already hold as many tickets as you may: pay for one or release one"),
    OWN_TICKET(HttpStatus.BAD_REQUEST, "You cannot order your own ticket"),
    HELD_RECENTLY(HttpStatus.TOO_MANY_REQUESTS, "You have held this ticket a moment ago: others may take it first"),
    ORDER_PAID(HttpStatus.BAD_REQUEST, "Cannot cancel a paid order"),
    PRICE_CHANGED(HttpStatus.CONFLICT, "The price has changed");

    private final HttpStatus status;
    private final String message;

    OrderError(HttpStatus status, String message) {
        this.status = status;
        this.message = message;
    }

    @Override
    public HttpStatus status() {
        return status;
    }

    @Override
    public String message() {
        return message;
    }
}
