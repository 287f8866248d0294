package com.ticketing.host.running;

import java.util.Objects;

/**
 * The broker of a running suite.
 *
 * @param monitor the address of its monitoring; empty if it is not known
 */
public record RunningBroker(String url, String clusterId, String monitor, String channelPrefix) {

    public RunningBroker {
        monitor = Objects.requireNonNullElse(monitor, "");
        channelPrefix = Objects.requireNonNullElse(channelPrefix, "");
    }
}
