package com.ticketing.common.messaging;

import io.nats.client.Connection;
import io.nats.client.ErrorListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs the errors that the client library reports. {@link BrokerConnection} handles their consequences. */
final class BrokerErrorLogger implements ErrorListener {

    private static final Logger log = LoggerFactory.getLogger(BrokerErrorLogger.class);

    @Override
    public void errorOccurred(Connection connection, String error) {
        log.warn("Broker reported an error: error={}", error);
    }

    @Override
    public void exceptionOccurred(Connection connection, Exception exception) {
        log.debug("Broker client failed", exception);
    }
}
