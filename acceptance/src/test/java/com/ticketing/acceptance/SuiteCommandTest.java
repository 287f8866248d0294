package com.ticketing.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuiteCommandTest {

    @TempDir
    Path home;

    private final StringWriter output = new StringWriter();
    private final StringWriter errors = new StringWriter();

    @Test
    void helpListsEveryCommand() {
        assertThat(execute("--help")).isZero();
        assertThat(output.toString()).contains("invariants", "chaos", "republish", "rush", "upgrade", "bench");
    }

    @ParameterizedTest
    @ValueSource(strings = {"invariants", "chaos", "republish", "rush", "upgrade", "bench"})
    void everyCommandHasHelp(String command) {
        assertThat(execute(command, "--help")).isZero();
        assertThat(output.toString()).contains("./suite " + command, "--data");
    }

    @Test
    void aMissingCommandIsRejectedInOneLine() {
        assertThat(execute()).isEqualTo(2);
        assertThat(errors.toString()).hasLineCount(1).contains("invariants, chaos, republish, rush, upgrade or bench");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--duration=2", "--seed=x", "--unknown"})
    void aWrongOptionIsRejectedInOneLine(String option) {
        assertThat(execute("chaos", option)).isEqualTo(2);
        assertThat(errors.toString()).hasLineCount(1).contains("./suite chaos --help");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "3"})
    void anUpgradeReplacesOneOrTwoReplicas(String replaced) {
        assertThat(execute("upgrade", "--replaced", replaced)).isEqualTo(2);
        assertThat(errors.toString()).hasLineCount(1).contains("--replaced must be 1 or 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"invariants", "chaos", "republish", "rush", "bench"})
    void aSuiteThatDoesNotRunIsReportedInOneLine(String command) {
        assertThat(execute(command, "--data", home.toString())).isEqualTo(2);
        assertThat(errors.toString()).hasLineCount(1).contains("No suite runs on the data folder " + home);
    }

    @ParameterizedTest
    @ValueSource(strings = {"invariants", "chaos", "rush"})
    void aBrokerWithoutMonitoringIsReportedInOneLine(String command) throws IOException {
        describe("""
                {"broker":{"url":"nats://127.0.0.1:4222","clusterId":"ticketing"}}""");

        assertThat(execute(command, "--data", home.toString())).isEqualTo(2);
        assertThat(errors.toString()).hasLineCount(1).contains("broker.monitor");
    }

    @Test
    void anUnexpectedFailureIsNoViolatedInvariant() throws IOException {
        describe("""
                {"broker":{"url":"nats://127.0.0.1:4222","clusterId":"ticketing","monitor":"no address"}}""");

        assertThat(execute("invariants", "--data", home.toString())).isEqualTo(3);
    }

    private void describe(String suite) throws IOException {
        Files.writeString(home.resolve("running.json"), suite);
    }

    private int execute(String... arguments) {
        return SuiteCommand.commandLine(home, Clock.systemUTC())
                .setOut(new PrintWriter(output, true))
                .setErr(new PrintWriter(errors, true))
                .execute(arguments);
    }
}
