package com.ticketing.host.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A child process that is restarted with backoff whenever it dies, until it is stopped. */
public final class ManagedProcess {

    /** A grandchild may hold the output open after the process has ended. */
    private static final Duration OUTPUT_ENDS_WITHIN = Duration.ofMillis(500);

    private static final Duration KILLED_WITHIN = Duration.ofSeconds(2);

    private final String name;
    private final Supplier<ProcessCommand> command;
    private final ProcessSupervisor supervisor;
    private final Backoff backoff = new Backoff();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread runner;
    private volatile @Nullable Process process;

    ManagedProcess(String name, Supplier<ProcessCommand> command, ProcessSupervisor supervisor) {
        this.name = name;
        this.command = command;
        this.supervisor = supervisor;
        this.runner = Thread.ofPlatform().daemon().name("process-" + name).unstarted(this::runUntilStopped);
    }

    public String name() {
        return name;
    }

    /** Returns the id of the running process, or 0 if none runs at the moment. */
    public long pid() {
        Process running = process;
        return running != null && running.isAlive() ? running.pid() : 0;
    }

    void start() {
        runner.start();
    }

    /** Sends SIGTERM and prevents restarts. */
    void requestStop() {
        stopping.countDown();
        Process running = process;
        if (running != null) {
            terminate(running);
        }
    }

    /** Waits for the process to end, and kills it and its descendants if that takes too long. */
    void awaitStop(Duration timeout) {
        requestStop();
        try {
            if (!runner.join(timeout)) {
                supervisor.console().report(name, "did not stop in time, killed");
                Process running = process;
                if (running != null) {
                    running.descendants().forEach(ProcessHandle::destroyForcibly);
                    running.destroyForcibly();
                }
                runner.join(KILLED_WITHIN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void runUntilStopped() {
        try {
            while (stopping.getCount() > 0) {
                long started = System.nanoTime();
                String outcome = runOnce();
                Duration delay = backoff.afterRunning(Duration.ofNanos(System.nanoTime() - started));
                if (stopping.getCount() > 0) {
                    supervisor.console().reportEnd(name, outcome + "; restarts in " + delay.toSeconds() + " s");
                    if (stopping.await(delay.toMillis(), TimeUnit.MILLISECONDS)) {
                        return;
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String runOnce() throws InterruptedException {
        Process started;
        try {
            started = supervisor.builder(command.get()).start();
        } catch (IOException | RuntimeException e) {
            return "cannot be started: " + e.getMessage();
        }
        String id = Long.toString(started.pid());
        supervisor.reaper().watch(id);
        process = started;
        // A stop that was requested before the process was visible has not reached it.
        if (stopping.getCount() == 0) {
            terminate(started);
        }
        supervisor.changed();
        closeInput(started);
        Thread printer = Thread.ofPlatform().daemon().name("output-" + name).start(() -> printOutput(started));
        int status = started.waitFor();
        printer.join(OUTPUT_ENDS_WITHIN);
        supervisor.reaper().unwatch(id);
        supervisor.changed();
        return "died with status " + status;
    }

    private void printOutput(Process started) {
        try (BufferedReader lines = started.inputReader(UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                supervisor.console().log(name, line);
            }
        } catch (IOException e) {
            // The pipe broke with the process, whose end the runner reports.
            started.destroy();
        }
    }

    /** Only sends the signal: Process.destroy would also close the output, which breaks the process's last writes. */
    private static void terminate(Process running) {
        running.toHandle().destroy();
    }

    private static void closeInput(Process started) {
        try {
            started.getOutputStream().close();
        } catch (IOException e) {
            started.destroy();
        }
    }
}
