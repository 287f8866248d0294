package com.ticketing.host.database;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import com.ticketing.host.docker.Container;
import com.ticketing.host.docker.Docker;
import com.ticketing.host.process.ManagedProcess;
import com.ticketing.host.process.Ports;
import com.ticketing.host.process.Probe;
import com.ticketing.host.process.ProcessSupervisor;
import com.ticketing.host.settings.DataFolder;
import com.ticketing.host.settings.Services;
import com.ticketing.host.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Five containers, whose data are in the data folder and which are gone at the end. */
public final class DockerDatabases implements Databases {

    private static final String IMAGE = "mongo:8";
    private static final int PORT = 27017;

    private final Settings settings;
    private final DataFolder data;
    private final ProcessSupervisor supervisor;
    private final Map<String, Integer> ports;
    private final List<ManagedProcess> parts = new CopyOnWriteArrayList<>();

    public DockerDatabases(Settings settings, DataFolder data, ProcessSupervisor supervisor, Ports ports) {
        this.settings = settings;
        this.data = data;
        this.supervisor = supervisor;
        this.ports = Services.ALL.stream().collect(toMap(identity(), service -> ports.next()));
    }

    @Override
    public void start() {
        Docker.requireEngine("--mongo docker");
        ports.forEach((service, port) -> {
            Path folder = data.resolve("mongo-docker").resolve(service);
            create(folder);
            Container container = new Container(
                    Docker.name(data, "mongo-" + service),
                    IMAGE,
                    List.of("-p", "127.0.0.1:" + port + ":" + PORT, "-v", folder + ":/data/db"),
                    List.of());
            parts.add(container.start("mongo-" + service, settings, supervisor));
        });
        ports.values().forEach(port -> Probe.awaitPort("MongoDB in Docker", port));
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
        return "MongoDB: five containers of " + IMAGE;
    }

    private static void create(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
