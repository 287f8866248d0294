package com.ticketing.payments.stripe;

import org.jspecify.annotations.Nullable;

/** Stripe did not answer, or not clearly: what was asked for may have happened or not. */
public class UnknownOutcomeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownOutcomeException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
