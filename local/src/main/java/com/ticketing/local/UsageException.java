package com.ticketing.local;

/** What the person asked for cannot be done; the message is one line for them. */
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UsageException(String message) {
        super(message);
    }
}
