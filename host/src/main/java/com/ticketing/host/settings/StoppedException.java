package com.ticketing.host.settings;

/** The suite was told to stop while it was still starting. */
public final class StoppedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public StoppedException() {
        super("Stopped while starting");
    }
}
