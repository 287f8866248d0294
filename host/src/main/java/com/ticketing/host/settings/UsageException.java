package com.ticketing.host.settings;

/** A request that cannot be fulfilled, for example a port in use; its message is one line for the user. */
public class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public UsageException(String message) {
        super(message);
    }
}
