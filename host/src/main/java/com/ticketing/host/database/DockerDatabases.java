package com.ticketing.host.database;

import com.ticketing.host.docker.Container;
import com.ticketing.host.docker.Docker;
import com.ticketing.host.process.ManagedProcess;
import com.ticketing.host.process.Ports;
import com.ticketing.host.process.ProcessSupervisor;
import com.ticketing.host.settings.DataFolder;
import com.ticketing.host.settings.Services;
import com.ticketing.host.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** One container for each database; the data are kept in the data folder. */
public final class DockerDatabases implements Databases {

    private static final String IMAGE = "mongo:8";
    private static final int PORT = 27017;

    private final Settings settings;
    private final DataFolder data;
    private final ProcessSupervisor supervisor;
    private final DatabasePorts ports;
    private final List<ManagedProcess> processes = new CopyOnWriteArrayList<>();

    public DockerDatabases(Settings settings, DataFolder data, ProcessSupervisor supervisor, Ports ports) {
        this.settings = settings;
        this.data = data;
        this.supervisor = supervisor;
        this.ports = DatabasePorts.reserve(ports);
    }

    @Override
    public void start() {
        Docker.requireEngine("--mongo docker");
        Services.ALL.forEach(
                service -> processes.add(container(service).start("mongo-" + service, settings, supervisor)));
        ports.awaitOpen("MongoDB in Docker");
    }

    private Container container(String service) {
        Path folder = data.resolve("mongo-docker").resolve(service);
        try {
            // Docker would create it as root.
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Container(
                Docker.containerName(data, "mongo-" + service),
                IMAGE,
                List.of("-p", "127.0.0.1:" + ports.of(service) + ":" + PORT, "-v", folder + ":/data/db"),
                List.of());
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
        return "one container per service of " + IMAGE;
    }
}
