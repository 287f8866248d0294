package com.ticketing.host.service;

import com.ticketing.host.process.ManagedProcess;
import com.ticketing.host.running.RunningProcess;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;

/** One replica of a service. */
record ServiceProcess(String service, int port, int managementPort, ManagedProcess process) {

    InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    boolean isUp() {
        return ServiceHealth.isUp(management());
    }

    /** Returns its name and health for the user. */
    String status() {
        return process.name() + " (" + ServiceHealth.of(management()) + ")";
    }

    RunningProcess describe() {
        return new RunningProcess(
                process.name(), process.pid(), service, port, management().toString());
    }

    private URI management() {
        return URI.create("http://127.0.0.1:" + managementPort);
    }
}
