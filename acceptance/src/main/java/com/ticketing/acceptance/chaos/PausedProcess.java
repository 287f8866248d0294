package com.ticketing.acceptance.chaos;

import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A process that is stopped by SIGSTOP until it is resumed, at the latest at the end of this program. */
final class PausedProcess {

    private static final Logger log = LoggerFactory.getLogger(PausedProcess.class);

    private final long pid;
    private final Thread resumption;

    private PausedProcess(long pid) {
        this.pid = pid;
        this.resumption = new Thread(this::send, "resume-" + pid);
    }

    /** Pauses the process. Returns empty if it has ended. */
    static Optional<PausedProcess> pause(long pid) throws IOException {
        PausedProcess paused = new PausedProcess(pid);
        Runtime.getRuntime().addShutdownHook(paused.resumption);
        if (Signals.send("STOP", pid)) {
            return Optional.of(paused);
        }
        Runtime.getRuntime().removeShutdownHook(paused.resumption);
        return Optional.empty();
    }

    void resume() {
        send();
        try {
            Runtime.getRuntime().removeShutdownHook(resumption);
        } catch (IllegalStateException e) {
            log.debug("Resumed at the end of the program: pid={}", pid);
        }
    }

    private void send() {
        try {
            Signals.send("CONT", pid);
        } catch (IOException e) {
            log.error("Cannot resume: pid={}", pid, e);
        }
    }
}
