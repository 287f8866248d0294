package com.ticketing.local;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Every replica of every service, started side by side. */
final class ServiceProcesses {

    private static final Duration REMIND = Duration.ofSeconds(15);

    private final Supervisor supervisor;
    private final ServiceCommands commands;
    private final int replicas;
    private final List<ServiceProcess> processes = new CopyOnWriteArrayList<>();

    ServiceProcesses(Supervisor supervisor, ServiceCommands commands, int replicas) {
        this.supervisor = supervisor;
        this.commands = commands;
        this.replicas = replicas;
    }

    void start(Ports ports) {
        for (String service : Services.ALL) {
            for (int replica = 1; replica <= replicas; replica++) {
                int port = ports.next();
                int management = ports.next();
                Part part = supervisor.start(
                        ServiceProcess.name(service, replica, replicas), () -> commands.of(service, port, management));
                processes.add(new ServiceProcess(service, replica, port, management, part));
            }
        }
    }

    List<ServiceProcess> all() {
        return processes;
    }

    List<Part> parts() {
        return processes.stream().map(ServiceProcess::part).toList();
    }

    Map<String, List<InetSocketAddress>> addresses() {
        return processes.stream()
                .collect(groupingBy(ServiceProcess::service, mapping(ServiceProcess::address, toList())));
    }

    /** Returns when every replica is well, and says from time to time who is not. */
    void await() {
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
