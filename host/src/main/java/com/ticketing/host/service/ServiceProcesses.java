package com.ticketing.host.service;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.ticketing.host.process.Deadline;
import com.ticketing.host.process.ManagedProcess;
import com.ticketing.host.process.Poll;
import com.ticketing.host.process.Ports;
import com.ticketing.host.process.ProcessSupervisor;
import com.ticketing.host.running.RunningProcess;
import com.ticketing.host.settings.Services;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Every replica of every service. */
public final class ServiceProcesses {

    private static final Duration POLL_INTERVAL = Duration.ofMillis(200);
    private static final Duration REPORT_INTERVAL = Duration.ofSeconds(15);

    private final ProcessSupervisor supervisor;
    private final ServiceCommands commands;
    private final int replicas;
    private final List<ServiceProcess> processes = new CopyOnWriteArrayList<>();

    public ServiceProcesses(ProcessSupervisor supervisor, ServiceCommands commands, int replicas) {
        this.supervisor = supervisor;
        this.commands = commands;
        this.replicas = replicas;
    }

    /** Starts all replicas concurrently, without waiting for them. */
    public void start(Ports ports) {
        for (String service : Services.ALL) {
            for (int replica = 1; replica <= replicas; replica++) {
                int port = ports.next();
                int management = ports.next();
                String name = replicas == 1 ? service : service + "-" + replica;
                ManagedProcess process = supervisor.start(name, () -> commands.of(service, port, management));
                processes.add(new ServiceProcess(service, port, management, process));
            }
        }
    }

    public List<RunningProcess> describe() {
        return processes.stream().map(ServiceProcess::describe).toList();
    }

    public List<ManagedProcess> processes() {
        return processes.stream().map(ServiceProcess::process).toList();
    }

    /** Returns the addresses of each service's replicas. */
    public Map<String, List<InetSocketAddress>> addresses() {
        return processes.stream()
                .collect(groupingBy(ServiceProcess::service, mapping(ServiceProcess::address, toList())));
    }

    /** Waits until every replica has been healthy once; reports those that are not at intervals. */
    public void awaitHealthy() {
        List<ServiceProcess> missing = new ArrayList<>(processes);
        while (!Poll.until(Deadline.in(REPORT_INTERVAL), POLL_INTERVAL, () -> {
            missing.removeIf(ServiceProcess::isUp);
            return missing.isEmpty();
        })) {
            missing.forEach(process -> supervisor.console().print("Waiting for " + process.status()));
        }
    }
}
