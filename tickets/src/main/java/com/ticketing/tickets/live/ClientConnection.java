package com.ticketing.tickets.live;

import java.io.IOException;
import java.time.Duration;

/** The connection to a client of a {@link LiveStream}. Each call blocks until its data is written. */
interface ClientConnection {

    /** Sends the position to resume from and the delay before the client reconnects. */
    void open(StreamPosition position, Duration reconnectDelay) throws IOException;

    void sendEvent(StreamPosition position, String name, String data) throws IOException;

    void sendHeartbeat() throws IOException;

    void close();
}
