package com.ticketing.local;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;

/** One replica of a service. */
record ServiceProcess(String service, int replica, int port, int managementPort, Part part) {

    static String name(String service, int replica, int replicas) {
        return replicas == 1 ? service : service + "-" + replica;
    }

    InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    URI management() {
        return URI.create("http://127.0.0.1:" + managementPort);
    }

    /** Readiness first, and then everything it knows of: a service that is ready without its broker is not yet well. */
    boolean isWell() {
        return Probe.health(management(), "/readiness").equals("UP")
                && Probe.health(management(), "").equals("UP");
    }

    String health() {
        return part.name() + " is " + Probe.health(management(), "");
    }

    static final Duration POLL = Duration.ofMillis(200);
}
