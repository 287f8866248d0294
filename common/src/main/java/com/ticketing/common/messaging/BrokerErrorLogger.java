package com.ticketing.common.messaging;

import io.nats.client.Connection;
import io.nats.client.ErrorListener;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs the errors that the client library reports, and keeps the last one: the exception of a failed connection does
 * not contain its cause. {@link BrokerConnection} handles their consequences.
 */
final class BrokerErrorLogger implements ErrorListener {

    private static final Logger log = LoggerFactory.getLogger(BrokerErrorLogger.class);

    private volatile @Nullable String last;

    /** Returns the failure's message and that of the last error, without passwords. */
    String describe(Exception failure) {
        String cause = last;
        String text = cause == null ? failure.getMessage() : failure.getMessage() + ": " + cause;
        return NatsProperties.withoutPasswords(text);
    }

    @Override
    public void errorOccurred(Connection connection, String error) {
        log.warn("Broker reported an error: error={}", error);
    }

    @Override
    public void exceptionOccurred(Connection connection, Exception exception) {
        last = exception.getMessage();
        log.debug("Broker client failed", exception);
    }
}
