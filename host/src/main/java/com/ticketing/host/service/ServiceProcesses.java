package com.ticketing.host.service;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.ticketing.host.process.ManagedProcess;
import com.ticketing.host.process.Ports;
import com.ticketing.host.process.Probe;
import com.ticketing.host.process.ProcessSupervisor;
import com.ticketing.host.settings.Services;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Every replica of every service, started side by side. */
public final class ServiceProcesses {

    private static final Duration REMIND = Duration.ofSeconds(15);

    private final ProcessSupervisor supervisor;
    private final ServiceCommands commands;
    private final int replicas;
    private final List<ServiceProcess> processes = new CopyOnWriteArrayList<>();

    public ServiceProcesses(ProcessSupervisor supervisor, ServiceCommands commands, int replicas) {
        this.supervisor = supervisor;
        this.commands = commands;
        this.replicas = replicas;
    }

    public void start(Ports ports) {
        for (String service : Services.ALL) {
            for (int replica = 1; replica <= replicas; replica++) {
                int port = ports.next();
                int management = ports.next();
                ManagedProcess part = supervisor.start(
                        ServiceProcess.name(service, replica, replicas), () -> commands.of(service, port, management));
                processes.add(new ServiceProcess(service, replica, port, management, part));
            }
        }
    }

    public List<ServiceProcess> all() {
        return processes;
    }

    public List<ManagedProcess> parts() {
        return processes.stream().map(ServiceProcess::part).toList();
    }

    public Map<String, List<InetSocketAddress>> addresses() {
        return processes.stream()
                .collect(groupingBy(ServiceProcess::service, mapping(ServiceProcess::address, toList())));
    }

    /** Returns when every replica is well, and says from time to time who is not. */
    public void await() {
        List<ServiceProcess> missing = new ArrayList<>(processes);
        long remind = System.nanoTime() + REMIND.toNanos();
        for (missing.removeIf(ServiceProcess::isWell); !missing.isEmpty(); missing.removeIf(ServiceProcess::isWell)) {
            Probe.pause(ServiceProcess.POLL);
            if (System.nanoTime() > remind) {
                missing.forEach(process -> supervisor.console().say("Still waiting: " + process.health()));
                remind = System.nanoTime() + REMIND.toNanos();
            }
        }
    }
}
