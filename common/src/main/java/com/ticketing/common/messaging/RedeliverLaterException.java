package com.ticketing.common.messaging;

/** Thrown by a listener that cannot act on a sound message yet: it comes again after the ack-wait, uncounted. */
public class RedeliverLaterException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RedeliverLaterException(String message) {
        super(message);
    }
}
