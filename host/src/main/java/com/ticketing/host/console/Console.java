package com.ticketing.host.console;

import java.io.PrintStream;

/** Everything that is said goes through here, a whole line at a time, with the name of who said it. */
public final class Console {

    private static final int WIDTH = 12;

    private final PrintStream out;

    public Console(PrintStream out) {
        this.out = out;
    }

    public void say(String line) {
        say("up", line);
    }

    public void say(String name, String line) {
        bare(name + " ".repeat(Math.max(0, WIDTH - name.length())) + " | " + line);
    }

    /** The one line that scripts wait for begins at the left edge. */
    public synchronized void bare(String line) {
        out.println(line);
        out.flush();
    }
}
