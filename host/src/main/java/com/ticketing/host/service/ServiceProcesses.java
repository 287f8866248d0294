package com.ticketing.host.service;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.ticketing.host.console.Progress;
import com.ticketing.host.process.Deadline;
import com.ticketing.host.process.ManagedProcess;
import com.ticketing.host.process.Poll;
import com.ticketing.host.process.Ports;
import com.ticketing.host.process.ProcessSupervisor;
import com.ticketing.host.running.RunningProcess;
import com.ticketing.host.settings.Services;
import com.ticketing.host.settings.UsageException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Every replica of every service. */
public final class ServiceProcesses {

    private static final Duration POLL_INTERVAL = Duration.ofMillis(200);
    private static final Duration REPORT_INTERVAL = Duration.ofSeconds(15);

    /** Longer than a start on a busy machine. */
    private static final Duration REPLACED_WITHIN = Duration.ofMinutes(15);

    private final ProcessSupervisor supervisor;
    private final ServiceCommands commands;
    private final Map<String, CachedApp> apps;
    private final int replicas;
    private final List<ServiceProcess> processes = new CopyOnWriteArrayList<>();

    public ServiceProcesses(
            ProcessSupervisor supervisor, ServiceCommands commands, Map<String, CachedApp> apps, int replicas) {
        this.supervisor = supervisor;
        this.commands = commands;
        this.apps = apps;
        this.replicas = replicas;
    }

    /** Returns the name of each replica. */
    public List<String> names() {
        return Services.ALL.stream().flatMap(this::names).toList();
    }

    /** Starts all replicas concurrently, without waiting for them. */
    public void start(Ports ports) {
        for (String service : Services.ALL) {
            names(service)
                    .forEach(name -> processes.add(start(name, app(service), service, ports.next(), ports.next())));
        }
    }

    private Stream<String> names(String service) {
        return replicas == 1
                ? Stream.of(service)
                : IntStream.rangeClosed(1, replicas).mapToObj(replica -> service + "-" + replica);
    }

    /**
     * Stops a replica and starts it with another app, on the same ports. Waits until it is healthy.
     *
     * @throws UsageException if it does not become healthy
     */
    public void replace(String name, CachedApp app, Duration stopTimeout) {
        ServiceProcess old = named(name);
        supervisor.stop(List.of(old.process()), stopTimeout);
        ServiceProcess next = start(name, app, old.service(), old.port(), old.managementPort());
        processes.set(processes.indexOf(old), next);
        if (!Poll.until(Deadline.in(REPLACED_WITHIN), POLL_INTERVAL, next::isUp)) {
            throw new UsageException(next.status() + " after " + REPLACED_WITHIN.toMinutes() + " minutes");
        }
    }

    private static boolean isUp(ServiceProcess process, Progress progress) {
        if (!process.isUp()) {
            return false;
        }
        progress.started(process.process().name(), "");
        return true;
    }

    private ServiceProcess start(String name, CachedApp app, String service, int port, int management) {
        ManagedProcess process = supervisor.start(name, () -> commands.of(app, service, port, management));
        return new ServiceProcess(service, port, management, process);
    }

    private CachedApp app(String service) {
        return Objects.requireNonNull(apps.get(service), service);
    }

    private ServiceProcess named(String name) {
        return processes.stream()
                .filter(each -> each.process().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    public List<RunningProcess> describe() {
        return processes.stream().map(ServiceProcess::describe).toList();
    }

    public List<ManagedProcess> processes() {
        return processes.stream().map(ServiceProcess::process).toList();
    }

    /** Returns the addresses of each service's replicas. */
    public Map<String, List<InetSocketAddress>> addresses() {
        return addresses("");
    }

    /** Returns the addresses of each service's replicas except one. */
    public Map<String, List<InetSocketAddress>> addresses(String withoutReplica) {
        return processes.stream()
                .filter(each -> !each.process().name().equals(withoutReplica))
                .collect(groupingBy(ServiceProcess::service, mapping(ServiceProcess::address, toList())));
    }

    /** Waits until every replica has been healthy once; reports those that are not at intervals. */
    public void awaitHealthy(Progress progress) {
        List<ServiceProcess> missing = new ArrayList<>(processes);
        while (!Poll.until(Deadline.in(REPORT_INTERVAL), POLL_INTERVAL, () -> {
            missing.removeIf(process -> isUp(process, progress));
            return missing.isEmpty();
        })) {
            List<String> states = missing.stream().map(ServiceProcess::status).toList();
            supervisor.console().show("  Waiting for " + String.join(", ", states));
        }
    }
}
