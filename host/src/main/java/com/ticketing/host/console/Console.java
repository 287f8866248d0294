package com.ticketing.host.console;

import java.io.PrintWriter;

/** Prints whole lines, each with the name of the process that wrote it. */
public final class Console {

    private static final int NAME_WIDTH = 12;

    private final PrintWriter out;

    public Console(PrintWriter out) {
        this.out = out;
    }

    /** Prints a line of the host itself. */
    public void print(String line) {
        print("up", line);
    }

    public void print(String process, String line) {
        printUnprefixed(process + " ".repeat(Math.max(0, NAME_WIDTH - process.length())) + " | " + line);
    }

    /** Prints a line without a name: scripts wait for {@code Ready: …} at the start of a line. */
    public synchronized void printUnprefixed(String line) {
        out.println(line);
        out.flush();
    }
}
