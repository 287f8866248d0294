package com.ticketing.host.console;

import java.io.PrintWriter;
import java.util.Timer;
import java.util.TimerTask;
import org.jspecify.annotations.Nullable;

/** Prints whole lines. On a terminal, a last line with a spinner shows the current status. */
public final class Screen {

    private static final long FRAME_MILLIS = 120;
    private static final String FRAMES = "|/-\\";
    private static final String CLEAR_LINE = "\r\033[K";

    private final PrintWriter out;
    private final boolean terminal;
    private String status = "";
    private int frame;
    private @Nullable Timer spinner;

    /**
     * Creates a screen.
     *
     * @param terminal whether a line can be replaced
     */
    public Screen(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    synchronized void print(String line) {
        clear();
        out.println(line);
        draw();
    }

    /** Replaces the last line of a terminal; an empty status removes it. Elsewhere, it does nothing. */
    synchronized void status(String text) {
        if (!terminal) {
            return;
        }
        clear();
        status = text;
        draw();
        if (text.isEmpty() && spinner != null) {
            spinner.cancel();
            spinner = null;
        } else if (!text.isEmpty() && spinner == null) {
            spinner = new Timer("spinner", true);
            spinner.schedule(turn(), FRAME_MILLIS, FRAME_MILLIS);
        }
    }

    private TimerTask turn() {
        return new TimerTask() {
            @Override
            public void run() {
                drawNextFrame();
            }
        };
    }

    private synchronized void drawNextFrame() {
        clear();
        frame = (frame + 1) % FRAMES.length();
        draw();
    }

    private void clear() {
        if (!status.isEmpty()) {
            out.print(CLEAR_LINE);
        }
    }

    private void draw() {
        if (!status.isEmpty()) {
            out.print(FRAMES.charAt(frame) + " " + status);
        }
        out.flush();
    }
}
