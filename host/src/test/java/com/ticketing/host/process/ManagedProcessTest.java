package com.ticketing.host.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.ticketing.host.console.Console;
import com.ticketing.host.settings.StoppedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManagedProcessTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    private Optional<ProcessSupervisor> opened = Optional.empty();

    @AfterEach
    void close() {
        opened.ifPresent(ProcessSupervisor::close);
    }

    @Test
    void putsItsNameBeforeEachLineAndHasOnlyItsOwnEnvironment() {
        supervisor().start("orders", () -> shell("echo \"holds $ORDERS_HOLD${HOME:-}\"; cat", "ORDERS_HOLD", "PT10S"));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(said.toString(UTF_8)).contains("orders       | holds PT10S\n"));
    }

    @Test
    void startsAgainWhatDied() {
        ManagedProcess part = supervisor().start("orders", () -> shell("exec sleep 600"));
        await().atMost(PATIENCE).until(() -> part.pid() != 0);
        long first = part.pid();

        ProcessHandle.of(first).orElseThrow().destroyForcibly();

        await().atMost(PATIENCE).until(() -> part.pid() != 0 && part.pid() != first);
        assertThat(said.toString(UTF_8)).contains("died (status 137); started again in 1 s");
    }

    @Test
    void endsWhatIgnoresTheWish() {
        ProcessSupervisor supervisor = supervisor();
        ManagedProcess part =
                supervisor.start("deaf", () -> shell("trap '' TERM; echo deaf; while :; do sleep 0.1; done"));
        await().atMost(PATIENCE).until(() -> said.toString(UTF_8).contains("| deaf"));

        supervisor.stop(List.of(part), Duration.ofMillis(300));

        assertThat(part.pid()).isZero();
        assertThat(said.toString(UTF_8)).contains("does not end: killed");
    }

    @Test
    void leavesTheTerminalsInterruptToTheSupervisor() throws IOException {
        ProcessSupervisor supervisor = supervisor();
        ManagedProcess part = supervisor.start("calm", () -> shell("echo started; exec sleep 600"));
        await().atMost(PATIENCE).until(() -> said.toString(UTF_8).contains("| started"));
        long pid = part.pid();

        new ProcessBuilder("kill", "-INT", Long.toString(pid)).start().onExit().join();

        assertThat(part.pid()).isEqualTo(pid);
        supervisor.stop(List.of(part), PATIENCE);
        assertThat(part.pid()).isZero();
    }

    @Test
    void startsNothingMoreOnceItEnds() {
        ProcessSupervisor supervisor = supervisor();
        supervisor.startNoMore();

        assertThatThrownBy(() -> supervisor.start("late", () -> shell("true"))).isInstanceOf(StoppedException.class);
    }

    /** The supervisor is killed by the shell that stands for it going away: its pipe to the guard closes. */
    @Test
    void aGuardEndsWhatAKilledSupervisorLeft() throws IOException {
        Process orphan = new ProcessBuilder("sleep", "600").start();
        Path guardScript = Files.writeString(folder.resolve("guard.sh"), ProcessReaper.SCRIPT);
        Process guard = new ProcessBuilder("sh", guardScript.toString()).start();
        try (var pipe = guard.outputWriter(UTF_8)) {
            pipe.write("+ 999999999\n+ " + orphan.pid() + "\n- 999999999\n");
        }

        await().atMost(PATIENCE).until(() -> !orphan.isAlive());
        await().atMost(PATIENCE).until(() -> !guard.isAlive());
    }

    private ProcessSupervisor supervisor() {
        ProcessSupervisor supervisor = new ProcessSupervisor(new Console(new PrintStream(said, true, UTF_8)), folder);
        opened = Optional.of(supervisor);
        return supervisor;
    }

    private static ProcessCommand shell(String script, String... variable) {
        Map<String, String> environment = new java.util.HashMap<>(Map.of("PATH", System.getenv("PATH")));
        if (variable.length == 2) {
            environment.put(variable[0], variable[1]);
        }
        return new ProcessCommand(List.of("/bin/sh", "-c", script), environment);
    }
}
