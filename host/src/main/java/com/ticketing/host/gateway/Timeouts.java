package com.ticketing.host.gateway;

import java.time.Duration;

/**
 * How long the gateway waits.
 *
 * @param connect for a connection to a replica
 * @param firstByte for any sign of life of a replica before a safe request is sent to the next one
 * @param read between two reads of a response, the same as ingress-nginx's default
 * @param suspension before a request tries a silent replica again
 * @param idle before an unused connection to a replica is closed; shorter than the services' own keep-alive timeout, so
 *     that a service seldom closes a connection on which a request is being sent
 */
record Timeouts(Duration connect, Duration firstByte, Duration read, Duration suspension, Duration idle) {

    static final Timeouts DEFAULT = new Timeouts(
            Duration.ofSeconds(2),
            Duration.ofSeconds(2),
            Duration.ofSeconds(60),
            Duration.ofSeconds(5),
            Duration.ofSeconds(15));

    private static final int CHECKS = 4;

    /** Returns the time between two checks of a connection. */
    Duration checkInterval() {
        Duration shortest = firstByte.compareTo(read) < 0 ? firstByte : read;
        return shortest.dividedBy(CHECKS);
    }

    /**
     * Returns the time after which a client's unused connection is closed. While it waits for a response, it is in use.
     */
    Duration clientIdle() {
        return read.plusSeconds(15);
    }
}
