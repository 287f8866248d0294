package com.ticketing.host.database;

import com.ticketing.devservers.EmbeddedMongoProgram;
import com.ticketing.host.process.JavaCommand;
import com.ticketing.host.process.ManagedProcess;
import com.ticketing.host.process.Ports;
import com.ticketing.host.process.ProcessCommand;
import com.ticketing.host.process.ProcessSupervisor;
import com.ticketing.host.settings.DataFolder;
import com.ticketing.host.settings.Services;
import com.ticketing.host.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Embedded servers in one process, each with a file in the data folder. */
public final class EmbeddedDatabases implements Databases {

    private static final List<String> JVM_OPTIONS = List.of("-Xmx768m");

    private final Settings settings;
    private final DataFolder data;
    private final ProcessSupervisor supervisor;
    private final DatabasePorts ports;
    private final List<ManagedProcess> processes = new CopyOnWriteArrayList<>();

    public EmbeddedDatabases(Settings settings, DataFolder data, ProcessSupervisor supervisor, Ports ports) {
        this.settings = settings;
        this.data = data;
        this.supervisor = supervisor;
        this.ports = DatabasePorts.reserve(ports);
    }

    @Override
    public void start() {
        List<String> line = line();
        processes.add(supervisor.start("mongo", () -> new ProcessCommand(line, settings.environment())));
        ports.awaitOpen("The embedded MongoDB");
    }

    List<String> line() {
        List<String> arguments = new ArrayList<>(List.of(data.resolve("mongo").toString()));
        Services.ALL.forEach(service -> arguments.add(service + "=" + ports.of(service)));
        return JavaCommand.line(settings, data, JVM_OPTIONS, EmbeddedMongoProgram.class, arguments);
    }

    @Override
    public String uri(String service) {
        return ports.uri(service);
    }

    @Override
    public List<ManagedProcess> processes() {
        return processes;
    }

    @Override
    public String description() {
        return "embedded, for evaluation only";
    }
}
