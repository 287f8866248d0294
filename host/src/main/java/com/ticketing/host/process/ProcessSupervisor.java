package com.ticketing.host.process;

import com.ticketing.host.console.Console;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** Starts and stops managed processes; stops the remaining ones when it is closed. */
public final class ProcessSupervisor implements AutoCloseable {

    private static final Duration LEFTOVERS_END_WITHIN = Duration.ofSeconds(5);

    private final Console console;
    private final Path workingFolder;
    private final boolean lowPriority;
    private final ProcessReaper reaper;
    private final List<ManagedProcess> processes = new ArrayList<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private boolean ending;

    /**
     * Creates a supervisor without processes.
     *
     * @param workingFolder the working directory of every process, so that crash dumps are written to the data folder
     * @param lowPriority whether the processes run at low CPU priority
     */
    public ProcessSupervisor(Console console, Path workingFolder, boolean lowPriority) {
        this.console = console;
        this.workingFolder = workingFolder;
        this.lowPriority = lowPriority;
        this.reaper = new ProcessReaper(workingFolder);
    }

    /**
     * Starts a process that is restarted whenever it dies.
     *
     * @param command evaluated at each start
     * @throws StoppedException after {@link #preventStarts()}
     */
    public ManagedProcess start(String name, Supplier<ProcessCommand> command) {
        ManagedProcess process = new ManagedProcess(name, command, this);
        synchronized (processes) {
            if (ending) {
                throw new StoppedException();
            }
            processes.add(process);
            process.start();
        }
        return process;
    }

    /** Rejects further starts, from any thread. */
    public void preventStarts() {
        synchronized (processes) {
            ending = true;
        }
    }

    /** Stops the processes concurrently, each within the timeout. */
    public void stop(List<ManagedProcess> stopped, Duration timeout) {
        stopped.forEach(ManagedProcess::requestStop);
        stopped.forEach(process -> process.awaitStop(timeout));
    }

    public Console console() {
        return console;
    }

    ProcessBuilder builder(ProcessCommand command) {
        return (lowPriority ? command.atLowPriority() : command).in(workingFolder);
    }

    /** Ends processes and containers if this JVM is killed. */
    public ProcessReaper reaper() {
        return reaper;
    }

    /** Calls the listener whenever a process has started or ended. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** A listener that fails, for example on a full disk, does not end the supervision of the process. */
    void changed() {
        for (Runnable listener : listeners) {
            try {
                listener.run();
            } catch (RuntimeException e) {
                console.report("Cannot record the change of a process: " + e.getMessage());
            }
        }
    }

    @Override
    public void close() {
        preventStarts();
        stop(processes, LEFTOVERS_END_WITHIN);
        reaper.close();
    }
}
