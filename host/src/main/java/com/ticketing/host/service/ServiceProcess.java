package com.ticketing.host.service;

import com.ticketing.host.process.ManagedProcess;
import com.ticketing.host.process.Probe;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;

/** One replica of a service. */
public record ServiceProcess(String service, int replica, int port, int managementPort, ManagedProcess part) {

    public static String name(String service, int replica, int replicas) {
        return replicas == 1 ? service : service + "-" + replica;
    }

    public InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    public URI management() {
        return URI.create("http://127.0.0.1:" + managementPort);
    }

    /** Readiness first, and then everything it knows of: a service that is ready without its broker is not yet well. */
    public boolean isWell() {
        return Probe.health(management(), "/readiness").equals("UP")
                && Probe.health(management(), "").equals("UP");
    }

    public String health() {
        return part.name() + " is " + Probe.health(management(), "");
    }

    public static final Duration POLL = Duration.ofMillis(200);
}
