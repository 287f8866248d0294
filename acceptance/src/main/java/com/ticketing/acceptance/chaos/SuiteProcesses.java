package com.ticketing.acceptance.chaos;

import com.ticketing.devservers.DiskLimit;
import com.ticketing.host.process.Deadline;
import com.ticketing.host.process.Poll;
import com.ticketing.host.running.RunningProcess;
import com.ticketing.host.running.RunningSuite;
import com.ticketing.host.service.ServiceHealth;
import com.ticketing.host.settings.FileTrees;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/** The suite's current processes; a restarted process keeps its name and gets another id. */
public final class SuiteProcesses {

    private static final String BROKER = "nats";
    private static final Duration INTERVAL = Duration.ofMillis(500);

    /** Longer than the longest pause before a restart. */
    private static final Duration RESTARTED_WITHIN = Duration.ofMinutes(1);

    private final Path dataFolder;
    private final Duration restartedWithin;

    public SuiteProcesses(Path dataFolder) {
        this(dataFolder, RESTARTED_WITHIN);
    }

    /** @param restartedWithin how long to wait for a process that is being restarted */
    SuiteProcesses(Path dataFolder, Duration restartedWithin) {
        this.dataFolder = dataFolder;
        this.restartedWithin = restartedWithin;
    }

    String gateway() {
        return suite().gateway();
    }

    /** Returns the names of a service's replicas. */
    List<String> replicas(String service) {
        return suite().replicas(service).stream().map(RunningProcess::name).toList();
    }

    /** Returns whether the signal was sent: a process that is being restarted cannot receive it. */
    boolean signal(String signal, String name) throws IOException {
        long pid = pid(name);
        return pid > 0 && Signals.send(signal, pid);
    }

    /** Returns empty if the process was not paused, because it is being restarted. */
    Optional<PausedProcess> pause(String name) throws IOException {
        long pid = pid(name);
        return pid > 0 ? PausedProcess.pause(pid) : Optional.empty();
    }

    /**
     * Replaces the broker's store by an empty one. Returns false, and leaves the store as it is, if the suite does not
     * run the broker or does not restart it in time.
     */
    public boolean loseStore() throws IOException {
        Path store = dataFolder.resolve(BROKER);
        if (!Files.exists(store)
                || suite().process(BROKER).isEmpty()
                || !Poll.until(Deadline.in(restartedWithin), INTERVAL, () -> pid(BROKER) > 0)) {
            return false;
        }
        // The running broker keeps its files open: no new one can start on them.
        Path lost = store.resolveSibling("lost-" + System.nanoTime());
        Files.move(store, lost);
        Files.createDirectories(store);
        // After a crash, the broker may have been restarted on the old files before they were moved.
        Poll.until(Deadline.in(restartedWithin), INTERVAL, () -> signal("KILL", BROKER));
        FileTrees.delete(lost);
        return true;
    }

    /**
     * Lets the broker's disk be full until the broker is restarted. Returns false if the suite does not run the broker.
     */
    boolean fillDisk() throws IOException, InterruptedException {
        long pid = pid(BROKER);
        if (pid == 0) {
            return false;
        }
        DiskLimit.apply(pid, dataFolder.resolve(BROKER));
        return true;
    }

    /** Waits until every service is healthy and connected to the broker. */
    void awaitHealthy(Duration timeout) throws TimeoutException {
        if (!Poll.until(Deadline.in(timeout), INTERVAL, this::areHealthy)) {
            throw new TimeoutException("The suite is not healthy within " + timeout);
        }
    }

    private boolean areHealthy() {
        return suite().services().stream()
                .map(process -> URI.create(Objects.requireNonNull(process.management())))
                .allMatch(ServiceHealth::isUp);
    }

    /** Returns 0 while the process is being restarted. */
    private long pid(String name) {
        return suite().process(name).map(RunningProcess::pid).orElse(0L);
    }

    private RunningSuite suite() {
        return RunningSuite.on(dataFolder);
    }
}
