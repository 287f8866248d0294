package com.ticketing.devservers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A cluster of NATS Streaming servers as child processes: each has the whole store, and a majority must have a message
 * before it is acknowledged. Clients connect to one of three NATS servers with a password, and so do the streaming
 * servers, as in the production overlay.
 */
public final class BrokerCluster implements AutoCloseable {

    public static final String CLUSTER_ID = "ticketing";

    static final String VERSION = "v2.15.3";

    private static final int SIZE = 3;
    private static final Duration START_TIMEOUT = Duration.ofMinutes(2);
    private static final Duration END_TIMEOUT = Duration.ofMinutes(1);
    private static final String NATS = "nats-server";
    private static final String NATS_MODULE = "github.com/nats-io/nats-server/v2@" + VERSION;
    private static final String USER = "ticketing";

    private final Path binary;
    private final Path nats;
    private final Path folder;
    private final List<Integer> ports;
    private final List<Integer> routePorts;
    private final List<Integer> monitorPorts;
    private final String password = UUID.randomUUID().toString();
    private final Optional<TlsFiles> tls;
    private final List<Process> natsServers = new ArrayList<>();
    private final List<Process> nodes = new ArrayList<>();

    private BrokerCluster(Path binary, Path nats, Path folder, List<Integer> ports, Optional<TlsFiles> tls) {
        this.binary = binary;
        this.nats = nats;
        this.folder = folder;
        this.tls = tls;
        this.ports = ports.subList(0, SIZE);
        this.routePorts = ports.subList(SIZE, 2 * SIZE);
        this.monitorPorts = ports.subList(2 * SIZE, 3 * SIZE);
    }

    private void startAll() throws IOException {
        for (int server = 0; server < SIZE; server++) {
            natsServers.add(launchNats(server));
        }
        // a streaming server ends if it cannot connect
        for (int port : ports) {
            awaitThat("NATS server", () -> isListening(port) ? Optional.of(port) : Optional.empty());
        }
        for (int node = 0; node < SIZE; node++) {
            nodes.add(launch(node));
        }
    }

    /** Starts the servers on free ports and waits until they have elected a leader. */
    public static BrokerCluster start(Path cacheFolder, Path folder) {
        return start(cacheFolder, folder, Optional.empty());
    }

    /** Starts the servers as {@link #start(Path, Path)} does; every client must use TLS. */
    public static BrokerCluster startWithTls(Path cacheFolder, Path folder, TlsFiles files) {
        return start(cacheFolder, folder, Optional.of(files));
    }

    private static BrokerCluster start(Path cacheFolder, Path folder, Optional<TlsFiles> tls) {
        Path binary = NatsStreamingServer.find(cacheFolder);
        Path nats = new GoProgram(NATS, NATS_MODULE, cacheFolder, System.getenv())
                .find()
                .orElseThrow(() -> new IllegalStateException(
                        "No " + NATS + ": put it on the PATH, or install Go (then " + NATS_MODULE + " is built)"));
        try {
            Files.createDirectories(folder);
            BrokerCluster cluster = new BrokerCluster(binary, nats, folder, FreePorts.next(3 * SIZE), tls);
            try {
                cluster.startAll();
                cluster.awaitLeader();
                return cluster;
            } catch (IOException | RuntimeException e) {
                cluster.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the addresses of all NATS servers, for clients. */
    public String url() {
        String scheme = tls.isPresent() ? "tls://" : "nats://";
        return ports.stream()
                .map(port -> scheme + USER + ":" + password + "@127.0.0.1:" + port)
                .collect(Collectors.joining(","));
    }

    /** Returns the address of the leader's monitoring, for {@link BrokerMonitor}. */
    public String monitorUrl() {
        return monitorUrl(awaitLeader());
    }

    /**
     * Kills the leader like a crash, and waits for the next one.
     *
     * @return the time until the remaining servers have elected it
     */
    public Duration killLeader() {
        int leader = awaitLeader();
        nodes.get(leader).destroyForcibly();
        await(nodes.get(leader));
        long killed = System.nanoTime();
        awaitLeader();
        return Duration.ofNanos(System.nanoTime() - killed);
    }

    /**
     * Kills one of the NATS servers like a crash. Its clients and streaming servers connect to another one.
     *
     * @param server from 0 to 2
     */
    public void killNatsServer(int server) {
        natsServers.get(server).destroyForcibly();
        await(natsServers.get(server));
    }

    /** Starts the killed servers again; each streaming server gets what it has missed from the others. */
    public void restartKilled() {
        try {
            for (int server = 0; server < SIZE; server++) {
                if (!natsServers.get(server).isAlive()) {
                    natsServers.set(server, launchNats(server));
                }
                if (!nodes.get(server).isAlive()) {
                    nodes.set(server, launch(server));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        nodes.forEach(Process::destroy);
        nodes.forEach(BrokerCluster::await);
        natsServers.forEach(Process::destroy);
        natsServers.forEach(BrokerCluster::await);
    }

    private Process launchNats(int server) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(nats.toString(), "-a", "127.0.0.1", "-p", "" + ports.get(server)));
        command.addAll(List.of("-user", USER, "-pass", password, "-cluster_name", CLUSTER_ID));
        // like those of the overlay, the servers announce each other's addresses to clients
        command.addAll(List.of("-cluster", route(routePorts.get(server))));
        command.addAll(
                List.of("-routes", routePorts.stream().map(BrokerCluster::route).collect(Collectors.joining(","))));
        tls.ifPresent(files -> command.addAll(List.of(
                "--tls",
                "--tlscert",
                files.certificate().toString(),
                "--tlskey",
                files.key().toString())));
        return launch("nats-" + server, command);
    }

    private static String route(int port) {
        return "nats://127.0.0.1:" + port;
    }

    private Process launch(int node) throws IOException {
        String peers = IntStream.range(0, SIZE).mapToObj(BrokerCluster::name).collect(Collectors.joining(","));
        List<String> command =
                new ArrayList<>(List.of(binary.toString(), "-ns", url(), "-m", "" + monitorPorts.get(node)));
        command.addAll(List.of("-a", "127.0.0.1", "-cid", CLUSTER_ID, "-st", "FILE", "-dir", folder(node, "store")));
        command.addAll(List.of("-clustered", "-cluster_node_id", name(node), "-cluster_peers", peers));
        command.addAll(List.of("-cluster_log_path", folder(node, "log"), "-cluster_sync"));
        command.addAll(NatsStreamingServer.SETTINGS);
        // --tls concerns the embedded server; without it, the authority requires a server certificate
        tls.ifPresent(files -> command.addAll(
                List.of("--tls=false", "--tls_client_cacert", files.authority().toString())));
        return launch(name(node), command);
    }

    private Process launch(String name, List<String> command) throws IOException {
        Path log = folder.resolve(name + ".log");
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    private static String name(int node) {
        return "node-" + node;
    }

    private String folder(int node, String purpose) {
        return folder.resolve(name(node)).resolve(purpose).toString();
    }

    private String monitorUrl(int node) {
        return "http://127.0.0.1:" + monitorPorts.get(node);
    }

    private int awaitLeader() {
        return awaitThat(
                "leader",
                () -> IntStream.range(0, SIZE)
                        .filter(node -> nodes.get(node).isAlive())
                        .filter(node -> new BrokerMonitor(monitorUrl(node)).isLeader())
                        .boxed()
                        .findFirst());
    }

    private int awaitThat(String what, Supplier<Optional<Integer>> find) {
        long deadline = System.nanoTime() + START_TIMEOUT.toNanos();
        while (System.nanoTime() < deadline) {
            Optional<Integer> found = find.get();
            if (found.isPresent()) {
                return found.get();
            }
            pause();
        }
        throw new IllegalStateException(
                "The broker's cluster has no " + what + " after " + START_TIMEOUT + ", see " + folder);
    }

    private static boolean isListening(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Waits for the interval between two checks, and fails if no NATS server runs. */
    private void pause() {
        Process running = natsServers.stream()
                .filter(Process::isAlive)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Every " + NATS + " has ended, see " + folder));
        try {
            running.waitFor(50, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the broker's cluster", e);
        }
    }

    private static void await(Process process) {
        try {
            if (!process.waitFor(END_TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
