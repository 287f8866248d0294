package com.ticketing.local;

/** The suite was told to stop while it was still starting. */
final class StoppedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    StoppedException() {
        super("Stopped while starting");
    }
}
