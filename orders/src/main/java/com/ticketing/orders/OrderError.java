package com.ticketing.orders;

import com.ticketing.common.errors.ErrorCode;
import org.springframework.http.HttpStatus;

/** The error codes of the orders service, in addition to the common ones. */
public enum OrderError implements ErrorCode {
    TICKET_ID_MISSING(HttpStatus.BAD_REQUEST, "TicketId must be provided"),
    TICKET_RESERVED(HttpStatus.BAD_REQUEST, "Ticket is already reserved"),
    TICKET_NOT_FOR_SALE(HttpStatus.BAD_REQUEST, "The ticket is not for sale"),
    TOO_MANY_HOLDS(HttpStatus.BAD_REQUEST, "You already hold as many tickets as you may: pay for one or release one"),
    EVENT_STARTED(HttpStatus.BAD_REQUEST, "The event has started"),
    OWN_TICKET(HttpStatus.BAD_REQUEST, "You cannot order your own ticket"),
    HELD_RECENTLY(HttpStatus.TOO_MANY_REQUESTS, "You held this ticket a moment ago: other buyers can hold it first"),
    ORDER_PAID(HttpStatus.BAD_REQUEST, "Cannot cancel a paid order"),
    PASS_NOT_AVAILABLE(
            HttpStatus.BAD_REQUEST, "This order has no pass: it is not paid, was refunded or was charged back"),
    PASS_MISSING(HttpStatus.BAD_REQUEST, "The pass is required"),
    PASS_TOO_LONG(HttpStatus.BAD_REQUEST, "The pass must have at most 2000 characters"),
    NONCE_MALFORMED(HttpStatus.BAD_REQUEST, "The nonce must have 16 to 100 letters, digits, hyphens or underscores"),
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
