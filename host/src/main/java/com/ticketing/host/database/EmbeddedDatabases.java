package com.ticketing.host.database;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import com.ticketing.host.process.JavaCommand;
import com.ticketing.host.process.ManagedProcess;
import com.ticketing.host.process.Ports;
import com.ticketing.host.process.Probe;
import com.ticketing.host.process.ProcessCommand;
import com.ticketing.host.process.ProcessSupervisor;
import com.ticketing.host.settings.DataFolder;
import com.ticketing.host.settings.Services;
import com.ticketing.host.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Five servers in one process of their own, each with a file in the data folder. */
public final class EmbeddedDatabases implements Databases {

    private static final String MAX_HEAP = "-Xmx768m";

    private final Settings settings;
    private final DataFolder data;
    private final ProcessSupervisor supervisor;
    private final Map<String, Integer> ports;
    private final List<ManagedProcess> parts = new CopyOnWriteArrayList<>();

    public EmbeddedDatabases(Settings settings, DataFolder data, ProcessSupervisor supervisor, Ports ports) {
        this.settings = settings;
        this.data = data;
        this.supervisor = supervisor;
        this.ports = Services.ALL.stream().collect(toMap(identity(), service -> ports.next()));
    }

    @Override
    public void start() {
        List<String> line = new ArrayList<>(JavaCommand.command(
                settings, data, MAX_HEAP, com.ticketing.devservers.EmbeddedMongoProgram.class.getName()));
        line.add(data.resolve("mongo").toString());
        ports.forEach((service, port) -> line.add(service + "=" + port));
        parts.add(supervisor.start("mongo", () -> new ProcessCommand(line, settings.environment())));
        ports.values().forEach(port -> Probe.awaitPort("the embedded MongoDB", port));
    }

    @Override
    public String uri(String service) {
        return "mongodb://127.0.0.1:" + ports.get(service) + "/" + service;
    }

    @Override
    public List<ManagedProcess> parts() {
        return parts;
    }

    @Override
    public String description() {
        return "MongoDB: embedded, for trying things out (it scans where MongoDB uses an index)";
    }
}
