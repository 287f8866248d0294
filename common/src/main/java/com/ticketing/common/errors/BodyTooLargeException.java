package com.ticketing.common.errors;

import java.io.IOException;

/** Thrown while reading a request body that exceeds the limit. */
public class BodyTooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    public BodyTooLargeException() {
        super(CommonError.BODY_TOO_LARGE.message());
    }
}
