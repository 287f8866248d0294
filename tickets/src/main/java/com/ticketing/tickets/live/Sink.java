package com.ticketing.tickets.live;

import java.io.IOException;
import java.time.Duration;

/** Where a stream goes. Each call waits until what it gives has been taken. */
interface Sink {

    /** Says how soon to come back after an end, and from where to go on. */
    void open(Position position, Duration retry) throws IOException;

    void event(Position position, String name, String data) throws IOException;

    void heartbeat() throws IOException;

    void end();
}
