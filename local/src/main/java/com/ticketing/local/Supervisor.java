package com.ticketing.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** What all parts share: where they speak, where they run, and who ends them if nobody else can. */
final class Supervisor implements AutoCloseable {

    private static final Duration LEFTOVERS_END_WITHIN = Duration.ofSeconds(5);

    private final Console console;
    private final Path folder;
    private final Guard guard;
    private final List<Part> parts = new ArrayList<>();
    private boolean ending;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    Supervisor(Console console, Path folder) {
        this.console = console;
        this.folder = folder;
        this.guard = new Guard(folder);
    }

    Part start(String name, Supplier<Command> command) {
        Part part = new Part(name, command, this);
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
    void startNoMore() {
        synchronized (parts) {
            ending = true;
        }
    }

    /** All at once, each within the same bound. */
    void stop(List<Part> parts, Duration patience) {
        parts.forEach(Part::askToStop);
        parts.forEach(part -> part.awaitStop(patience));
    }

    Console console() {
        return console;
    }

    /** Every part's working folder: whatever a process drops, for example at a crash, lands in the data folder. */
    Path folder() {
        return folder;
    }

    Guard guard() {
        return guard;
    }

    void onChange(Runnable listener) {
        listeners.add(listener);
    }

    void changed() {
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
