package com.ticketing.common.errors;

import java.io.IOException;

/** A request's body went over the limit while it was read. */
class BodyTooLargeException extends IOException {

    static final ErrorResponse RESPONSE = ErrorResponse.of("The body is too large");

    private static final long serialVersionUID = 1L;

    BodyTooLargeException() {
        super("The body is too large");
    }
}
