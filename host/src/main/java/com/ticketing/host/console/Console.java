package com.ticketing.host.console;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * Separates what a user must see from what the processes print: the output of each process goes to its log, and its end
 * is reported together with the last lines of its output.
 */
public final class Console {

    private static final int NAME_WIDTH = 12;
    private static final int LAST_LINES = 20;
    private static final String HOST = "up";

    private final Screen screen;
    private final BiConsumer<String, String> log;
    private final Predicate<String> streamed;
    private final Map<String, Deque<String>> lastLines = new ConcurrentHashMap<>();

    /**
     * Creates a console.
     *
     * @param log receives the name of a process and a line of its output
     * @param streamed selects the processes whose output is shown as well
     */
    public Console(Screen screen, BiConsumer<String, String> log, Predicate<String> streamed) {
        this.screen = screen;
        this.log = log;
        this.streamed = streamed;
    }

    /** Shows the output of all processes and keeps none. */
    public static Console streaming(PrintWriter out) {
        return new Console(new Screen(out, false), (process, line) -> {}, process -> true);
    }

    /** Logs a line of the host itself. */
    public void log(String line) {
        log(HOST, line);
    }

    /** Logs a line of a process's output. A line that cannot be written is shown. */
    public void log(String process, String line) {
        if (!write(process, line) || streamed.test(process)) {
            screen.print(prefixed(process, line));
        } else {
            remember(process, line);
        }
    }

    /** Shows and logs a line of the host itself. */
    public void report(String line) {
        report(HOST, line);
    }

    /** Shows and logs a line about a process. */
    public void report(String process, String line) {
        write(process, line);
        screen.print(prefixed(process, line));
    }

    /** Reports the unexpected end of a process, after the last lines of its output. */
    public void reportEnd(String process, String outcome) {
        Deque<String> last = lastLines.remove(process);
        if (last != null) {
            synchronized (last) {
                last.forEach(line -> screen.print(prefixed(process, line)));
            }
        }
        report(process, outcome);
    }

    /** Shows a line as it is: scripts wait for {@code Ready: …} at the start of a line. */
    public void show(String line) {
        screen.print(line);
    }

    /** Shows the pending components; an empty list ends the display. */
    public void showProgress(List<String> pending) {
        screen.status(pending.isEmpty() ? "" : "Starting " + String.join(", ", pending));
    }

    private boolean write(String process, String line) {
        try {
            log.accept(process, line);
            return true;
        } catch (UncheckedIOException e) {
            screen.print(prefixed(HOST, "Cannot write the log of " + process + ": " + e.getMessage()));
            return false;
        }
    }

    private void remember(String process, String line) {
        Deque<String> last = lastLines.computeIfAbsent(process, name -> new ArrayDeque<>());
        synchronized (last) {
            if (last.size() == LAST_LINES) {
                last.removeFirst();
            }
            last.addLast(line);
        }
    }

    private static String prefixed(String process, String line) {
        return process + " ".repeat(Math.max(0, NAME_WIDTH - process.length())) + " | " + line;
    }
}
