package com.ticketing.acceptance.chaos;

import com.ticketing.host.process.Deadline;
import com.ticketing.host.process.Poll;
import com.ticketing.host.running.RunningProcess;
import com.ticketing.host.running.RunningSuite;
import com.ticketing.host.service.ServiceHealth;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;

/** The suite's current processes; a restarted process keeps its name and gets another id. */
final class SuiteProcesses {

    private static final Duration INTERVAL = Duration.ofMillis(500);

    private final Path dataFolder;

    SuiteProcesses(Path dataFolder) {
        this.dataFolder = dataFolder;
    }

    String gateway() {
        return suite().gateway();
    }

    /** Returns the names of a service's replicas. */
    List<String> replicas(String service) {
        return suite().replicas(service).stream().map(RunningProcess::name).toList();
    }

    /** Returns whether the signal was sent: a process that is being restarted cannot receive it. */
    boolean signal(String signal, String name) throws IOException, InterruptedException {
        long pid = suite().process(name).map(RunningProcess::pid).orElse(0L);
        return pid > 0
                && new ProcessBuilder("kill", "-" + signal, Long.toString(pid))
                                .redirectErrorStream(true)
                                .start()
                                .waitFor()
                        == 0;
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

    private RunningSuite suite() {
        return RunningSuite.on(dataFolder);
    }
}
