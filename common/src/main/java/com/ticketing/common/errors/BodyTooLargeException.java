package com.ticketing.common.errors;

import java.io.IOException;

/** A request's body exceeded the limit while it was read. */
public class BodyTooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    public BodyTooLargeException() {
        super(CommonError.BODY_TOO_LARGE.message());
    }
}
