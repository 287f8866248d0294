package com.ticketing.payments.stripe;

import com.stripe.exception.StripeException;
import org.jspecify.annotations.Nullable;

/**
 * Stripe's definite no to a request: it is wrong, or our key may not make it. Nothing has happened. Of Stripe's answer
 * only what names no card or token is kept, since this will be logged; Stripe's own log has the rest under the request's
 * id.
 */
public class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final @Nullable String code;

    RefusedException(int status, StripeException answer) {
        super("Stripe refused request " + answer.getRequestId() + ": status " + status + ", code " + answer.getCode());
        this.status = status;
        this.code = answer.getCode();
    }

    /** Whether the request itself was wrong, rather than our key or its permissions. */
    public boolean isAboutRequest() {
        return status == 400 || status == 404;
    }

    /** Whether Stripe does not charge so little, or so much. */
    public boolean isAboutAmount() {
        return hasCode("amount_too_small") || hasCode("amount_too_large");
    }

    boolean hasCode(String expected) {
        return expected.equals(code);
    }
}
