package com.ticketing.payments.stripe;

import org.jspecify.annotations.Nullable;

/** Stripe's definite no to a request: it is wrong, or our key may not make it. Nothing has happened. */
public class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final @Nullable String code;

    RefusedException(int status, @Nullable String code, Throwable cause) {
        super("Stripe refused: status " + status + ", code " + code, cause);
        this.status = status;
        this.code = code;
    }

    /** Whether the request itself was wrong, rather than our key or its permissions. */
    public boolean isAboutRequest() {
        return status == 400 || status == 404;
    }

    boolean hasCode(String expected) {
        return expected.equals(code);
    }
}
