package com.ticketing.common.messaging;

/**
 * Thrown by a listener that cannot handle a valid message yet. The broker redelivers it after the ack-wait; this does
 * not count as a failure.
 */
public class RedeliverLaterException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RedeliverLaterException(String message) {
        super(message);
    }
}
