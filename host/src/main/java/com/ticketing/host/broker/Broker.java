package com.ticketing.host.broker;

import com.ticketing.devservers.NatsStreamingServer;
import com.ticketing.devservers.StoreRepair;
import com.ticketing.host.docker.Container;
import com.ticketing.host.docker.Docker;
import com.ticketing.host.process.ManagedProcess;
import com.ticketing.host.process.Poll;
import com.ticketing.host.process.Ports;
import com.ticketing.host.process.ProcessCommand;
import com.ticketing.host.process.ProcessSupervisor;
import com.ticketing.host.settings.DataFolder;
import com.ticketing.host.settings.Settings;
import com.ticketing.host.settings.UsageException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The NATS Streaming server: the one of {@code NATS_URL}, an installed binary, a container, or one built with Go. */
public final class Broker {

    private static final String NAME = "nats";
    private static final String IMAGE = "nats-streaming:0.25.6";

    private final Settings settings;
    private final DataFolder data;
    private final ProcessSupervisor supervisor;
    private final List<ManagedProcess> processes = new CopyOnWriteArrayList<>();
    private final boolean given;
    private final int port;
    private final int monitorPort;
    private String description = "";

    public Broker(Settings settings, DataFolder data, ProcessSupervisor supervisor, Ports ports) {
        this.settings = settings;
        this.data = data;
        this.supervisor = supervisor;
        this.given = settings.variable("NATS_URL").isPresent();
        this.port = given ? 0 : ports.next();
        this.monitorPort = given ? 0 : ports.next();
    }

    /** Starts a server unless one is given, and waits until it accepts connections. */
    public void start() {
        if (given) {
            description = url() + ", from NATS_URL";
            return;
        }
        boolean installed = NatsStreamingServer.isInstalled(settings.cache());
        if (!installed && Docker.isAvailable() && (Docker.hasImage(IMAGE) || !NatsStreamingServer.canBeBuilt())) {
            startContainer();
        } else {
            startBinary(installed);
        }
        Poll.awaitPort("NATS Streaming", port);
    }

    /** Describes in a few words which server was started. */
    public String description() {
        return description;
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

    /** Returns the address of the server's monitoring; empty for a given server. */
    public String monitorUrl() {
        return given ? "" : "http://127.0.0.1:" + monitorPort;
    }

    public List<ManagedProcess> processes() {
        return processes;
    }

    private void startBinary(boolean installed) {
        if (!installed) {
            supervisor.console().report("Building NATS Streaming with Go (once, takes about a minute) ...");
        }
        Path binary = find();
        description = binary.toString();
        Path store = data.resolve(NAME);
        List<String> line = NatsStreamingServer.command(binary, port, monitorPort, clusterId(), store);
        processes.add(supervisor.start(NAME, () -> {
            StoreRepair.allow(store);
            return new ProcessCommand(line, settings.environment());
        }));
    }

    private Path find() {
        try {
            return NatsStreamingServer.find(settings.cache());
        } catch (IllegalStateException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private void startContainer() {
        description = "a container of " + IMAGE;
        List<String> arguments = new ArrayList<>(
                List.of("-p", "4222", "-m", "8222", "-cid", clusterId(), "-st", "FILE", "--dir", "/data"));
        arguments.addAll(NatsStreamingServer.SETTINGS);
        arguments.addAll(StoreRepair.OPTIONS);
        List<String> options = new ArrayList<>(List.of("-p", "127.0.0.1:" + port + ":4222"));
        options.addAll(List.of("-p", "127.0.0.1:" + monitorPort + ":8222"));
        Path store = data.resolve(NAME);
        options.addAll(List.of("-v", store + ":/data"));
        Container container = new Container(Docker.containerName(data, NAME), IMAGE, options, arguments);
        processes.add(container.start(NAME, settings, supervisor, () -> StoreRepair.allow(store)));
    }
}
