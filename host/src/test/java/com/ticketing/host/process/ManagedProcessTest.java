package com.ticketing.host.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.ticketing.host.console.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManagedProcessTest {

    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    private final StringWriter output = new StringWriter();

    private Optional<ProcessSupervisor> supervisor = Optional.empty();

    @AfterEach
    void close() {
        supervisor.ifPresent(ProcessSupervisor::close);
    }

    @Test
    void prefixesOutputWithTheNameAndPassesOnlyTheGivenEnvironment() {
        supervisor().start("orders", () -> shell("echo \"holds $ORDERS_HOLD${HOME:-}\"; cat", "ORDERS_HOLD", "PT10S"));

        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(output.toString()).contains("orders       | holds PT10S\n"));
    }

    @Test
    void restartsADeadProcess() {
        ManagedProcess process = supervisor().start("orders", () -> shell("exec sleep 600"));
        await().atMost(TIMEOUT).until(() -> process.pid() != 0);
        long first = process.pid();

        ProcessHandle.of(first).orElseThrow().destroyForcibly();

        await().atMost(TIMEOUT).until(() -> process.pid() != 0 && process.pid() != first);
        assertThat(output.toString()).contains("died with status 137; restarts in 1 s");
    }

    @Test
    void triesAgainAfterItsCommandCouldNotBeCreated() {
        AtomicInteger attempts = new AtomicInteger();
        supervisor().start("orders", () -> {
            if (attempts.getAndIncrement() == 0) {
                throw new UncheckedIOException(new IOException("full disk"));
            }
            return shell("echo started; exec sleep 600");
        });

        await().atMost(TIMEOUT).until(() -> output.toString().contains("| started"));
        assertThat(output.toString()).contains("full disk; restarts in 1 s");
    }

    @Test
    void runsAProcessAlthoughAListenerFails() {
        ProcessSupervisor supervisor = supervisor();
        supervisor.onChange(() -> {
            throw new IllegalStateException("full disk");
        });

        supervisor.start("orders", () -> shell("echo started; exec sleep 600"));

        await().atMost(TIMEOUT).until(() -> output.toString().contains("| started"));
        assertThat(output.toString()).contains("Cannot record the change of a process: full disk");
    }

    @Test
    void killsAProcessThatIgnoresSigterm() {
        ProcessSupervisor supervisor = supervisor();
        ManagedProcess process =
                supervisor.start("stubborn", () -> shell("trap '' TERM; echo started; while :; do sleep 0.1; done"));
        await().atMost(TIMEOUT).until(() -> output.toString().contains("| started"));

        supervisor.stop(List.of(process), Duration.ofMillis(300));

        assertThat(process.pid()).isZero();
        assertThat(output.toString()).contains("did not stop in time, killed");
    }

    @Test
    void processesIgnoreTheTerminalsInterrupt() throws IOException {
        ProcessSupervisor supervisor = supervisor();
        Path interrupted = folder.resolve("interrupted");
        String script = "echo started; until [ -e \"$FILE\" ]; do sleep 0.1; done; echo survived; exec sleep 600";
        ManagedProcess process = supervisor.start("orders", () -> shell(script, "FILE", interrupted.toString()));
        await().atMost(TIMEOUT).until(() -> output.toString().contains("| started"));
        long pid = process.pid();

        new ProcessBuilder("kill", "-INT", Long.toString(pid)).start().onExit().join();
        Files.createFile(interrupted);

        await().atMost(TIMEOUT).until(() -> output.toString().contains("| survived"));
        assertThat(process.pid()).isEqualTo(pid);
        assertThat(output.toString()).doesNotContain("died with status");
        supervisor.stop(List.of(process), TIMEOUT);
        assertThat(process.pid()).isZero();
    }

    @Test
    void rejectsStartsOnceItIsStopping() {
        ProcessSupervisor supervisor = supervisor();
        supervisor.preventStarts();

        assertThatThrownBy(() -> supervisor.start("late", () -> shell("true"))).isInstanceOf(StoppedException.class);
    }

    @Test
    void theReaperEndsTheProcessesOfAKilledSupervisor() throws IOException {
        Process orphan = new ProcessBuilder("sleep", "600").start();
        Path script = Files.writeString(folder.resolve("reaper.sh"), ProcessReaper.SCRIPT);
        Process reaper = new ProcessBuilder("sh", script.toString()).start();
        // The supervisor's death closes the pipe.
        try (var pipe = reaper.outputWriter(UTF_8)) {
            pipe.write("+ 999999999\n+ " + orphan.pid() + "\n- 999999999\n");
        }

        await().atMost(TIMEOUT).until(() -> !orphan.isAlive());
        await().atMost(TIMEOUT).until(() -> !reaper.isAlive());
    }

    private ProcessSupervisor supervisor() {
        ProcessSupervisor started =
                new ProcessSupervisor(Console.streaming(new PrintWriter(output, true)), folder, false);
        supervisor = Optional.of(started);
        return started;
    }

    private static ProcessCommand shell(String script, String... variable) {
        Map<String, String> environment = new HashMap<>(Map.of("PATH", System.getenv("PATH")));
        if (variable.length == 2) {
            environment.put(variable[0], variable[1]);
        }
        return new ProcessCommand(List.of("/bin/sh", "-c", script), environment);
    }
}
