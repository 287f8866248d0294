package com.ticketing.tickets;

import com.ticketing.common.errors.ErrorCode;
import org.springframework.http.HttpStatus;

/** The error codes of the tickets service, in addition to the common ones. */
public enum TicketError implements ErrorCode {
    TITLE_MISSING(HttpStatus.BAD_REQUEST, "Title is required"),
    TITLE_TOO_LONG(HttpStatus.BAD_REQUEST, "Title must have at most 200 characters"),
    TITLE_MALFORMED(
            HttpStatus.BAD_REQUEST,
            "Title must not contain control characters, incomplete characters or controls of text direction"),
    PRICE_TOO_LOW(HttpStatus.BAD_REQUEST, "Price must be greater than 0"),
    PRICE_TOO_HIGH(HttpStatus.BAD_REQUEST, "Price must be at most 1000000"),
    PRICE_TOO_MANY_DECIMALS(HttpStatus.BAD_REQUEST, "Price must have at most two decimals"),
    SEARCH_TOO_LONG(HttpStatus.BAD_REQUEST, "Search text must have at most 100 characters"),
    TICKET_RESERVED(HttpStatus.BAD_REQUEST, "Cannot edit a reserved ticket"),
    VERSION_CONFLICT(HttpStatus.CONFLICT, "The ticket has been changed since you loaded it"),
    TOO_MANY_LISTINGS(HttpStatus.TOO_MANY_REQUESTS, "You have listed many tickets, please try again later"),
    TOO_MANY_STREAMS(HttpStatus.SERVICE_UNAVAILABLE, "Too many readers, please try again");

    private final HttpStatus status;
    private final String message;

    TicketError(HttpStatus status, String message) {
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
