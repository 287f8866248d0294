package com.ticketing.host.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One process of the suite, started again whenever it dies, until it is stopped. */
public final class ManagedProcess {

    private final String name;
    private final Supplier<ProcessCommand> command;
    private final ProcessSupervisor supervisor;
    private final Backoff backoff = new Backoff();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread keeper;
    private volatile @Nullable Process process;

    public ManagedProcess(String name, Supplier<ProcessCommand> command, ProcessSupervisor supervisor) {
        this.name = name;
        this.command = command;
        this.supervisor = supervisor;
        this.keeper = Thread.ofPlatform().daemon().name("keeper-" + name).unstarted(this::keep);
    }

    public String name() {
        return name;
    }

    /** The running process's id, or 0 while there is none. */
    public long pid() {
        Process running = process;
        return running != null && running.isAlive() ? running.pid() : 0;
    }

    public void start() {
        keeper.start();
    }

    /** Asks it to end. */
    public void askToStop() {
        stopping.countDown();
        Process running = process;
        if (running != null) {
            endGently(running);
        }
    }

    /** Waits for the end that was asked for, and forces it when that takes too long. */
    public void awaitStop(Duration patience) {
        askToStop();
        try {
            if (!keeper.join(patience)) {
                supervisor.console().say(name, "does not end: killed");
                Process running = process;
                if (running != null) {
                    running.descendants().forEach(ProcessHandle::destroyForcibly);
                    running.destroyForcibly();
                }
                keeper.join(Duration.ofSeconds(2));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void keep() {
        try {
            while (stopping.getCount() > 0) {
                long started = System.nanoTime();
                String end = runOnce();
                Duration wait = backoff.afterRunning(Duration.ofNanos(System.nanoTime() - started));
                if (stopping.getCount() > 0) {
                    supervisor.console().say(name, end + "; started again in " + wait.toSeconds() + " s");
                    if (stopping.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
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
            Path folder = supervisor.folder();
            started = command.get().in(folder).start();
        } catch (IOException e) {
            return "cannot be started: " + e.getMessage();
        }
        String id = Long.toString(started.pid());
        supervisor.guard().watch(id);
        process = started;
        if (stopping.getCount() == 0) {
            endGently(started);
        }
        supervisor.changed();
        closeInput(started);
        Thread printer = Thread.ofPlatform().daemon().name("output-" + name).start(() -> print(started));
        int status = started.waitFor();
        // Its own children may hold the output open.
        printer.join(Duration.ofMillis(500));
        supervisor.guard().forget(id);
        supervisor.changed();
        return "died (status " + status + ")";
    }

    private void print(Process started) {
        try (BufferedReader lines = started.inputReader(UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                supervisor.console().say(name, line);
            }
        } catch (IOException e) {
            // The pipe broke with the process; that it died is said by its keeper.
            started.destroy();
        }
    }

    /** Only the signal: Process.destroy would close its output too, and what it says while it ends would break it. */
    private static void endGently(Process running) {
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
