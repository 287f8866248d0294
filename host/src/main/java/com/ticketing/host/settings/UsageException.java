package com.ticketing.host.settings;

/** What the person asked for cannot be done; the message is one line for them. */
public final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public UsageException(String message) {
        super(message);
    }
}
