package com.ticketing.acceptance.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PausedProcessTest {

    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    private Process process;

    @BeforeEach
    void start() throws IOException {
        process = new ProcessBuilder("sleep", "1000").start();
    }

    @AfterEach
    void end() {
        process.destroyForcibly();
    }

    @Test
    void aPausedProcessIsResumed() throws Exception {
        PausedProcess paused = PausedProcess.pause(process.pid()).orElseThrow();
        await().atMost(TIMEOUT).until(this::isPaused);

        paused.resume();

        await().atMost(TIMEOUT).until(() -> !isPaused());
    }

    @Test
    void aPausedProcessIsResumedWhenTheProgramIsInterrupted() throws Exception {
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        PausingProgram.class.getName(),
                        Long.toString(process.pid()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            await().atMost(TIMEOUT).until(this::isPaused);

            // SIGTERM runs the same hooks as Ctrl-C, which a program that was started in the background ignores
            program.toHandle().destroy();

            program.waitFor();
            await().atMost(TIMEOUT).until(() -> !isPaused());
        } finally {
            program.destroyForcibly();
        }
    }

    @Test
    void aProcessThatHasEndedIsNotPaused() throws Exception {
        process.destroyForcibly().waitFor();

        assertThat(PausedProcess.pause(process.pid())).isEmpty();
    }

    private boolean isPaused() {
        try {
            Process state = new ProcessBuilder("ps", "-o", "stat=", "-p", Long.toString(process.pid())).start();
            return new String(state.getInputStream().readAllBytes(), UTF_8).startsWith("T");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Pauses a process and waits for its own end. */
    static final class PausingProgram {

        private PausingProgram() {}

        public static void main(String... arguments) throws IOException {
            if (PausedProcess.pause(Long.parseLong(arguments[0])).isPresent()) {
                System.in.read();
            }
        }
    }
}
