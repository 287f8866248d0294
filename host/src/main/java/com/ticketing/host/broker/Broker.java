package com.ticketing.host.broker;

import com.ticketing.devservers.NatsStreamingServer;
import com.ticketing.host.docker.Container;
import com.ticketing.host.docker.Docker;
import com.ticketing.host.process.ManagedProcess;
import com.ticketing.host.process.Ports;
import com.ticketing.host.process.Probe;
import com.ticketing.host.process.ProcessCommand;
import com.ticketing.host.process.ProcessSupervisor;
import com.ticketing.host.settings.DataFolder;
import com.ticketing.host.settings.Settings;
import com.ticketing.host.settings.UsageException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** The NATS Streaming server: one that is given, or else one of our own, always the real thing. */
public final class Broker {

    private static final String BINARY = "nats-streaming-server";
    private static final String IMAGE = "nats-streaming:0.25.6";

    private final Settings settings;
    private final DataFolder data;
    private final ProcessSupervisor supervisor;
    private final List<ManagedProcess> parts = new CopyOnWriteArrayList<>();
    private final int port;
    private final int monitorPort;
    private final boolean given;

    public Broker(Settings settings, DataFolder data, ProcessSupervisor supervisor, Ports ports) {
        this.settings = settings;
        this.data = data;
        this.supervisor = supervisor;
        this.given = settings.variable("NATS_URL").isPresent();
        this.port = given ? 0 : ports.next();
        this.monitorPort = given ? 0 : ports.next();
    }

    public void start() {
        if (given) {
            supervisor.console().say("NATS Streaming: " + url() + " (NATS_URL)");
            return;
        }
        if (!isInstalled() && Docker.answers() && (Docker.has(IMAGE) || !isOnPath("go"))) {
            startContainer();
        } else {
            startBinary();
        }
        Probe.awaitPort("NATS Streaming", port);
    }

    public String url() {
        return settings.variable("NATS_URL").orElse("nats://127.0.0.1:" + port);
    }

    public String clusterId() {
        return settings.variable("NATS_CLUSTER_ID").orElse("ticketing");
    }

    public String channelPrefix() {
        return settings.variable("NATS_CHANNEL_PREFIX").orElse("");
    }

    /** The server's own HTTP port, where its channels and subscriptions can be seen. */
    public String monitorUrl() {
        return given ? "" : "http://127.0.0.1:" + monitorPort;
    }

    public List<ManagedProcess> parts() {
        return parts;
    }

    private void startBinary() {
        Path binary = find();
        supervisor.console().say("NATS Streaming: " + binary);
        List<String> line = NatsStreamingServer.command(binary, port, monitorPort, clusterId(), data.resolve("nats"));
        parts.add(supervisor.start("nats", () -> new ProcessCommand(line, settings.environment())));
    }

    private void startContainer() {
        supervisor.console().say("NATS Streaming: a container of " + IMAGE);
        List<String> arguments = new ArrayList<>(
                List.of("-p", "4222", "-m", "8222", "-cid", clusterId(), "-st", "FILE", "--dir", "/data"));
        arguments.addAll(NatsStreamingServer.SETTINGS);
        Path store = data.resolve("nats");
        Container container = new Container(
                Docker.name(data, "nats"),
                IMAGE,
                List.of(
                        "-p",
                        "127.0.0.1:" + port + ":4222",
                        "-p",
                        "127.0.0.1:" + monitorPort + ":8222",
                        "-v",
                        store + ":/data"),
                arguments);
        parts.add(container.start("nats", settings, supervisor));
    }

    private Path find() {
        try {
            if (!isInstalled()) {
                supervisor.console().say("Building NATS Streaming with Go, once, about a minute ...");
            }
            return NatsStreamingServer.find(settings.cache());
        } catch (IllegalStateException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private boolean isInstalled() {
        return isOnPath(BINARY)
                || Files.isExecutable(settings.cache().resolve("bin").resolve(BINARY))
                || Files.isExecutable(Path.of(System.getProperty("user.home"), "go", "bin", BINARY));
    }

    private static boolean isOnPath(String command) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.of(path.split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
    }
}
