package com.ticketing.payments.stripe;

import com.stripe.exception.StripeException;
import com.ticketing.payments.PaymentError;
import org.jspecify.annotations.Nullable;

/**
 * Stripe rejected a request, because the request is wrong or because our key lacks the permission. Nothing was changed.
 *
 * <p>The message is logged, so it contains only those parts of Stripe's response that name no card or token. Stripe's
 * own log has the rest under the request id.
 */
public class RejectedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final @Nullable String code;

    RejectedException(int status, StripeException response) {
        super("Stripe rejected request " + response.getRequestId() + ": status " + status + ", code "
                + response.getCode());
        this.status = status;
        this.code = response.getCode();
    }

    /** Returns whether the request itself was wrong, rather than our key or its permissions. */
    public boolean isAboutRequest() {
        return status == 400 || status == 404;
    }

    /** Returns the error for a buyer whose attempt was rejected. */
    public PaymentError errorForBuyer() {
        if (hasCode("amount_too_small")) {
            return PaymentError.AMOUNT_TOO_SMALL;
        }
        if (hasCode("amount_too_large")) {
            return PaymentError.AMOUNT_TOO_LARGE;
        }
        return isAboutRequest() ? PaymentError.CARD_UNUSABLE : PaymentError.PAYMENT_NOT_COMPLETED;
    }

    /** Returns Stripe's error code, or "rejected" if there is none. */
    public String code() {
        return code == null ? "rejected" : code;
    }

    boolean hasCode(String expected) {
        return expected.equals(code);
    }
}
