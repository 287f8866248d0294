package com.ticketing.common.messaging;

import io.nats.client.Connection;
import io.nats.client.ErrorListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the client library's own complaints into the log. What they lead to is handled where the connection is kept. */
final class BrokerErrors implements ErrorListener {

    private static final Logger log = LoggerFactory.getLogger(BrokerErrors.class);

    @Override
    public void errorOccurred(Connection connection, String error) {
        log.warn("Broker: {}", error);
    }

    @Override
    public void exceptionOccurred(Connection connection, Exception exception) {
        log.debug("Broker client", exception);
    }
}
