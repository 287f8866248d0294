package com.ticketing.devservers;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The official NATS Streaming server as a child process, with a persistent file store. */
public final class NatsStreamingServer implements AutoCloseable {

    /**
     * The settings of every server of the suite, wherever it runs: no limits, so that no message is deleted; and
     * heartbeats that disconnect a dead client within 6 to 12 s, so that its messages go to its queue group.
     */
    public static final List<String> SETTINGS = List.of("-mc 0 -msu 0 -mm 0 -mb 0 -hbi 2s -hbt 2s -hbf 2".split(" "));

    private static final Duration START_TIMEOUT = Duration.ofMinutes(2);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(1);
    private static final Duration END_TIMEOUT = Duration.ofMinutes(1);
    private static final int ATTEMPTS = 5;

    private final Path binary;
    private final Path storeFolder;
    private final int port;
    private final int monitorPort;
    private final String clusterId;
    private Process process;

    private NatsStreamingServer(Path binary, Path storeFolder, int port, int monitorPort, String clusterId) {
        this.binary = binary;
        this.storeFolder = storeFolder;
        this.port = port;
        this.monitorPort = monitorPort;
        this.clusterId = clusterId;
        this.process = launch();
    }

    /**
     * Returns the binary on the PATH, in the cache folder or in Go's own folder, or else built with Go into the cache
     * folder.
     *
     * @throws IllegalStateException if there is none and none can be built; the message names every way to a broker
     */
    public static Path find(Path cacheFolder) {
        return new NatsStreamingBinary(cacheFolder, System.getenv()).find();
    }

    /** Returns whether {@link #find} would return a binary without building it. */
    public static boolean isInstalled(Path cacheFolder) {
        return new NatsStreamingBinary(cacheFolder, System.getenv()).isInstalled();
    }

    /** Returns whether Go is available, which can build the binary. */
    public static boolean canBeBuilt() {
        return GoProgram.isGoInstalled(System.getenv());
    }

    /**
     * Returns a command line for the loopback address, with {@link #SETTINGS}. {@link StoreRepair#allow} must be called
     * before each start.
     */
    public static List<String> command(Path binary, int port, int monitorPort, String clusterId, Path storeFolder) {
        String dir = storeFolder.toString();
        List<String> command = new ArrayList<>(List.of(binary.toString(), "-a", "127.0.0.1", "-p", "" + port));
        command.addAll(List.of("-m", "" + monitorPort, "-cid", clusterId, "-st", "FILE", "--dir", dir));
        command.addAll(SETTINGS);
        command.addAll(StoreRepair.OPTIONS);
        return List.copyOf(command);
    }

    /** Starts a server on free ports and waits until it responds. */
    public static NatsStreamingServer start(Path cacheFolder, Path storeFolder) {
        Path binary = find(cacheFolder);
        for (int attempt = 1; ; attempt++) {
            List<Integer> ports = FreePorts.next(2);
            try {
                return new NatsStreamingServer(binary, storeFolder, ports.getFirst(), ports.getLast(), "ticketing");
            } catch (IllegalStateException portTaken) {
                if (attempt == ATTEMPTS) {
                    throw portTaken;
                }
            }
        }
    }

    public String url() {
        return "nats://127.0.0.1:" + port;
    }

    public String clusterId() {
        return clusterId;
    }

    /** Returns the address of its monitoring, for {@link BrokerMonitor}. */
    public String monitorUrl() {
        return "http://127.0.0.1:" + monitorPort;
    }

    public boolean isRunning() {
        return process.isAlive();
    }

    /** Kills the process like a crash: nothing is flushed and no client is notified. */
    public void kill() {
        process.destroyForcibly();
        await(process);
    }

    /** Pauses the process (SIGSTOP): connections stay open, and nothing is answered until {@link #resume}. */
    public void pause() {
        signal("STOP");
    }

    /** Continues the process (SIGCONT). */
    public void resume() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .inheritIO()
                    .start();
            if (kill.waitFor() != 0) {
                throw new IllegalStateException("kill -" + name + " ended with " + kill.exitValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while sending " + name, e);
        }
    }

    /** Lets the disk be full: the process ends at its next write. {@link #restart} starts it with enough space. */
    public void fillDisk() {
        try {
            DiskLimit.apply(process.pid(), storeFolder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while limiting the disk", e);
        }
    }

    /** Kills the process, deletes its store and starts it with the same ports and an empty store. */
    public void loseStore() {
        kill();
        try (Stream<Path> files = Files.walk(storeFolder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        process = launch();
    }

    /** Stops the process if it runs, and starts it with the same ports and store. */
    public void restart() {
        close();
        process = launch();
    }

    @Override
    public void close() {
        process.destroy();
        if (!await(process)) {
            kill();
        }
    }

    private Process launch() {
        try {
            Files.createDirectories(storeFolder);
            StoreRepair.allow(storeFolder);
            Path log = storeFolder.resolve("nats-streaming-server.log");
            Process started = new ProcessBuilder(command(binary, port, monitorPort, clusterId, storeFolder))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            awaitResponse(started, log);
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitResponse(Process started, Path log) {
        long deadline = System.nanoTime() + START_TIMEOUT.toNanos();
        try {
            // The wait for the end of the process is the interval between two probes.
            while (!started.waitFor(20, TimeUnit.MILLISECONDS)) {
                if (StreamingProbe.responds("127.0.0.1", port, clusterId, ANSWER_TIMEOUT)) {
                    return;
                }
                if (System.nanoTime() > deadline) {
                    started.destroyForcibly();
                    throw new IllegalStateException(
                            "NATS Streaming did not respond within " + START_TIMEOUT + ", see " + log);
                }
            }
        } catch (InterruptedException e) {
            started.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException("NATS Streaming did not start, see " + log);
    }

    private static boolean await(Process process) {
        try {
            return process.waitFor(END_TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
