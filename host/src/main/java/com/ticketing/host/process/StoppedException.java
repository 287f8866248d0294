package com.ticketing.host.process;

/** The suite was stopped while it was still starting. */
public final class StoppedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public StoppedException() {
        super("Stopped while starting");
    }
}
