package com.ticketing.local;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Five servers in one process of their own, each with a file in the data folder. */
final class EmbeddedDatabases implements Databases {

    private static final String MAX_HEAP = "-Xmx768m";

    private final Settings settings;
    private final DataFolder data;
    private final Supervisor supervisor;
    private final Map<String, Integer> ports;
    private final List<Part> parts = new CopyOnWriteArrayList<>();

    EmbeddedDatabases(Settings settings, DataFolder data, Supervisor supervisor, Ports ports) {
        this.settings = settings;
        this.data = data;
        this.supervisor = supervisor;
        this.ports = Services.ALL.stream().collect(toMap(identity(), service -> ports.next()));
    }

    @Override
    public void start() {
        List<String> line = new ArrayList<>(OwnJar.command(settings, data, MAX_HEAP));
        line.add("mongo");
        line.add(data.resolve("mongo").toString());
        ports.forEach((service, port) -> line.add(service + "=" + port));
        parts.add(supervisor.start("mongo", () -> new Command(line, settings.environment())));
        ports.values().forEach(port -> Probe.awaitPort("the embedded MongoDB", port));
    }

    @Override
    public String uri(String service) {
        return "mongodb://127.0.0.1:" + ports.get(service) + "/" + service;
    }

    @Override
    public List<Part> parts() {
        return parts;
    }

    @Override
    public String description() {
        return "MongoDB: embedded, for trying things out (it scans where MongoDB uses an index)";
    }
}
