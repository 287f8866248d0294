package com.ticketing.common.messaging;

import com.ticketing.common.errors.Outages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeoutException;

/** Tells an outage, which says nothing about the message, from a failure that the message itself may cause. */
final class Failures {

    private Failures() {}

    static boolean isOutage(Throwable failure) {
        return Outages.isOfDatabase(failure) || isOfNetwork(failure);
    }

    private static boolean isOfNetwork(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException
                    || cause instanceof UncheckedIOException
                    || cause instanceof TimeoutException) {
                return true;
            }
        }
        return false;
    }
}
