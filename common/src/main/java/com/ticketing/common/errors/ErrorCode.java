package com.ticketing.common.errors;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/**
 * A kind of error that clients can match. Each service implements it as one enum; {@link CommonError} has the codes of
 * all services. A code never changes; its message may.
 */
public interface ErrorCode {

    /** Returns the constant's name; an enum implements it. */
    String name();

    /** Returns the status of the response. */
    HttpStatus status();

    /** Returns the default message, in English. */
    String message();

    /**
     * Returns the stable code, the constant's name in kebab-case: {@code TICKET_RESERVED} is {@code ticket-reserved}.
     */
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
