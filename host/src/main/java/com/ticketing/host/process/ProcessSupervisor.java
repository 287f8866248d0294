package com.ticketing.host.process;

import com.ticketing.host.console.Console;
import com.ticketing.host.settings.StoppedException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** What all parts share: where they speak, where they run, and who ends them if nobody else can. */
public final class ProcessSupervisor implements AutoCloseable {

    private static final Duration LEFTOVERS_END_WITHIN = Duration.ofSeconds(5);

    private final Console console;
    private final Path folder;
    private final ProcessReaper guard;
    private final List<ManagedProcess> parts = new ArrayList<>();
    private boolean ending;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    public ProcessSupervisor(Console console, Path folder) {
        this.console = console;
        this.folder = folder;
        this.guard = new ProcessReaper(folder);
    }

    public ManagedProcess start(String name, Supplier<ProcessCommand> command) {
        ManagedProcess part = new ManagedProcess(name, command, this);
        synchronized (parts) {
            if (ending) {
                throw new StoppedException();
            }
            parts.add(part);
            part.start();
        }
        return part;
    }

    /** From now on nothing is started any more, by whichever thread was about to. */
    public void startNoMore() {
        synchronized (parts) {
            ending = true;
        }
    }

    /** All at once, each within the same bound. */
    public void stop(List<ManagedProcess> parts, Duration patience) {
        parts.forEach(ManagedProcess::askToStop);
        parts.forEach(part -> part.awaitStop(patience));
    }

    public Console console() {
        return console;
    }

    /** Every part's working folder: whatever a process drops, for example at a crash, lands in the data folder. */
    public Path folder() {
        return folder;
    }

    public ProcessReaper guard() {
        return guard;
    }

    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    public void changed() {
        listeners.forEach(Runnable::run);
    }

    /** Ends what nobody else has. */
    @Override
    public void close() {
        startNoMore();
        stop(parts, LEFTOVERS_END_WITHIN);
        guard.close();
    }
}
