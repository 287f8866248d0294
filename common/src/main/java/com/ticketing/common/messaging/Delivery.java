package com.ticketing.common.messaging;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A received message that is not acknowledged yet. */
record Delivery(ReceivedMessage message, Acknowledgement acknowledgement) {

    private static final Logger log = LoggerFactory.getLogger(Delivery.class);

    /** Acknowledges the message at the broker. */
    interface Acknowledgement {
        void send() throws IOException;
    }

    void acknowledge() {
        try {
            acknowledgement.send();
        } catch (IOException | RuntimeException e) {
            log.warn("Acknowledgement failed, redelivery follows: message={} error={}", message.id(), e.toString());
        }
    }
}
