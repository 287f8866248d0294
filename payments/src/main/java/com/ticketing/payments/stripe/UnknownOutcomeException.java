package com.ticketing.payments.stripe;

import org.jspecify.annotations.Nullable;

/** Stripe gave no response, or no clear one: the request may or may not have taken effect. */
public class UnknownOutcomeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int serverErrors;

    /** @param serverErrors the number of responses with a status of 500 or more */
    UnknownOutcomeException(String message, @Nullable Throwable cause, int serverErrors) {
        super(message, cause);
        this.serverErrors = serverErrors;
    }

    /** Returns how often Stripe has answered with a server error, which it may have saved under the idempotency key. */
    public int serverErrors() {
        return serverErrors;
    }
}
