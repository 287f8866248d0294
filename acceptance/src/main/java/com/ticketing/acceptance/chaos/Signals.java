package com.ticketing.acceptance.chaos;

import java.io.IOException;

/** Sends POSIX signals to processes. */
final class Signals {

    private Signals() {}

    /** Returns whether the process has received the signal. */
    static boolean send(String signal, long pid) throws IOException {
        return new ProcessBuilder("kill", "-" + signal, Long.toString(pid))
                        .redirectErrorStream(true)
                        .start()
                        .onExit()
                        .join()
                        .exitValue()
                == 0;
    }
}
