package com.ticketing.host.console;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Shows the progress of a suite's start: a line for each component that has started, and on a terminal the pending
 * ones.
 */
public final class Progress {

    private final Console console;
    private final long begin = System.nanoTime();
    private final List<String> pending;
    private final int width;

    public Progress(Console console, Collection<String> components) {
        this.console = console;
        this.pending = new ArrayList<>(components);
        this.width = components.stream().mapToInt(String::length).max().orElse(0);
        console.showProgress(pending);
    }

    /**
     * Shows that a component has started.
     *
     * @param note a remark for the user; may be empty
     */
    public void started(String component, String note) {
        pending.remove(component);
        console.showProgress(pending);
        Duration after = Duration.ofNanos(System.nanoTime() - begin);
        String time = after.toSeconds() + "." + after.toMillisPart() / 100 + " s";
        console.show("  " + component + " ".repeat(width - component.length()) + "  started after " + time
                + (note.isEmpty() ? "" : "  (" + note + ")"));
    }
}
