package com.ticketing.payments.charge;

/** Another request's attempt is still running; makes the retry template ask again. */
class AttemptRunningException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String paymentId;

    AttemptRunningException(String paymentId) {
        // no stack trace: this is the normal case of concurrent requests
        super("Attempt is running on payment " + paymentId, null, false, false);
        this.paymentId = paymentId;
    }

    String paymentId() {
        return paymentId;
    }
}
