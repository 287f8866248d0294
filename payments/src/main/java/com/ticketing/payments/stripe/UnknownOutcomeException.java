package com.ticketing.payments.stripe;

import org.jspecify.annotations.Nullable;

/** Stripe gave no response, or no clear one: the request may or may not have taken effect. */
public class UnknownOutcomeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownOutcomeException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
