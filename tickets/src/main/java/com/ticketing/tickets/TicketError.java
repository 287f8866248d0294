package com.ticketing.tickets;

import com.ticketing.common.errors.ErrorCode;
import org.springframework.http.HttpStatus;

/** The error codes of the tickets service, in addition to the common ones. */
public enum TicketError implements ErrorCode {
    TITLE_MISSING(HttpStatus.BAD_REQUEST, "Title is required"),
    TITLE_TOO_LONG(HttpStatus.BAD_REQUEST, "Title must have at most 200 characters"),
    TITLE_MALFORMED(
            HttpStatus.BAD_REQUEST,
            "Title must not contain control characters, incomplete characters or text direction controls"),
    PRICE_TOO_LOW(HttpStatus.BAD_REQUEST, "Price must be greater than 0 and not below the minimum charge"),
    PRICE_TOO_HIGH(HttpStatus.BAD_REQUEST, "Price must not exceed the maximum charge"),
    PRICE_TOO_MANY_DECIMALS(HttpStatus.BAD_REQUEST, "Price must not have more decimals than can be charged"),
    TEXT_TOO_LONG(HttpStatus.BAD_REQUEST, "Text is too long"),
    TEXT_MALFORMED(
            HttpStatus.BAD_REQUEST,
            "Text must not contain control characters, incomplete characters or text direction controls"),
    CATEGORY_UNKNOWN(HttpStatus.BAD_REQUEST, "Category is unknown"),
    STARTS_AT_INVALID(
            HttpStatus.BAD_REQUEST,
            "Start must be a time in ISO 8601 with Z or an offset, in the future and at most ten years ahead"),
    TIME_ZONE_INVALID(HttpStatus.BAD_REQUEST, "A start needs the IANA time zone of its venue"),
    QUANTITY_OUT_OF_RANGE(HttpStatus.BAD_REQUEST, "Quantity must be a number from 2 to 10"),
    STATUS_UNKNOWN(HttpStatus.BAD_REQUEST, "Status must be on-sale, held, sold, delivered or withdrawn"),
    SORT_UNKNOWN(HttpStatus.BAD_REQUEST, "Sort must be newest, price, -price or startsAt"),
    SEARCH_TOO_LONG(HttpStatus.BAD_REQUEST, "Search text must have at most 100 characters"),
    TICKET_RESERVED(HttpStatus.BAD_REQUEST, "Cannot edit a reserved ticket"),
    VERSION_CONFLICT(HttpStatus.CONFLICT, "The ticket has been changed since you loaded it"),
    DELIVERY_KIND_MISSING(HttpStatus.BAD_REQUEST, "Kind must be code or link"),
    DELIVERY_VALUE_MISSING(HttpStatus.BAD_REQUEST, "The code or link is required"),
    DELIVERY_VALUE_TOO_LONG(HttpStatus.BAD_REQUEST, "The code or link must have at most 500 characters"),
    DELIVERY_VALUE_MALFORMED(
            HttpStatus.BAD_REQUEST,
            "The code or link must not contain control characters, incomplete characters or text direction controls"),
    DELIVERY_LINK_INVALID(HttpStatus.BAD_REQUEST, "The link must begin with https://"),
    DELIVERY_FILE_MISSING(HttpStatus.BAD_REQUEST, "The body must have a part named file"),
    DELIVERY_FILE_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The file must be a PDF, a PNG or a JPEG"),
    DELIVERY_USED(HttpStatus.CONFLICT, "This code, link or file was already given for a ticket"),
    DELIVERY_FINAL(HttpStatus.BAD_REQUEST, "The ticket is sold, so its delivery cannot be replaced"),
    TOO_MANY_DELIVERIES(
            HttpStatus.TOO_MANY_REQUESTS, "You have given too many deliveries this hour, please try again later"),
    TOO_MANY_LISTINGS(
            HttpStatus.TOO_MANY_REQUESTS, "You have created too many tickets this hour, please try again later"),
    TOO_MANY_STREAMS(HttpStatus.SERVICE_UNAVAILABLE, "Too many open streams, please try again later");

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
