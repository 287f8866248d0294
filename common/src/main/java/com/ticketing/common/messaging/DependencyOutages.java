package com.ticketing.common.messaging;

import com.ticketing.common.errors.DatabaseOutages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeoutException;

/** Distinguishes outages of the database or the network from failures that the message may have caused. */
final class DependencyOutages {

    private DependencyOutages() {}

    static boolean isCauseOf(Throwable failure) {
        return DatabaseOutages.isCauseOf(failure) || isNetworkOutage(failure);
    }

    private static boolean isNetworkOutage(Throwable failure) {
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
