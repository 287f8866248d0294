package com.ticketing.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.host.command.CommandLineProgram;
import com.ticketing.host.settings.UpOptions;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class UpCommandTest {

    private static final Path HOME = Path.of("/checkout");

    private final UpCommand command = new UpCommand(HOME, Clock.systemUTC());
    private final StringWriter output = new StringWriter();
    private final StringWriter errors = new StringWriter();

    @Test
    void everyOptionHasADefault() {
        assertThat(parse()).isEqualTo(new UpOptions(8080, HOME.resolve(".data"), 1, "embedded", false, false));
    }

    @Test
    void readsEveryOption() {
        assertThat(parse(
                        "--port",
                        "0",
                        "--data",
                        "/tmp/x",
                        "--replicas",
                        "2",
                        "--mongo",
                        "mongodb://h/",
                        "--demo",
                        "--observe"))
                .isEqualTo(new UpOptions(0, Path.of("/tmp/x"), 2, "mongodb://h/", true, true));
    }

    @Test
    void readsAValueAfterAnEqualsSign() {
        assertThat(parse("--mongo=mongodb://h/?replicaSet=rs0").mongo()).isEqualTo("mongodb://h/?replicaSet=rs0");
    }

    @Test
    void theLastValueOfAnOptionWins() {
        assertThat(parse("--port", "0", "--port", "8081").port()).isEqualTo(8081);
    }

    @Test
    void resolvesTheDataFolderAgainstTheWorkingDirectory() {
        assertThat(parse("--data", "x").data()).isEqualTo(Path.of("x").toAbsolutePath());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--prot", "8080", "--port=", "-x", "--data="})
    void rejectsAnUnknownOrEmptyArgumentInOneLine(String argument) {
        assertThat(execute(argument)).isEqualTo(2);
        assertThat(errors.toString()).hasLineCount(1).contains("./up --help");
    }

    @ParameterizedTest
    @CsvSource({
        "--port, 65536",
        "--port, -1",
        "--port, http",
        "--replicas, 0",
        "--replicas, 21",
        "--mongo, postgres",
        "--mongo, mongodb://"
    })
    void rejectsAnInvalidValueInOneLine(String option, String value) {
        assertThat(execute(option, value)).isEqualTo(2);
        assertThat(errors.toString()).hasLineCount(1).contains(option);
    }

    @Test
    void helpListsOptionsAndEnvironmentVariables() {
        assertThat(execute("--help")).isZero();
        assertThat(output.toString())
                .contains("--port", "--data", "--replicas", "--mongo", "--demo", "--observe")
                .contains("NATS_URL", "STRIPE_KEY", "JWT_KEY", "TICKETING_CACHE", "TICKETING_AOT");
    }

    private UpOptions parse(String... arguments) {
        CommandLineProgram.commandLine("./up", command).parseArgs(arguments);
        return command.options();
    }

    private int execute(String... arguments) {
        CommandLine commandLine = CommandLineProgram.commandLine("./up", command);
        return commandLine
                .setOut(new PrintWriter(output, true))
                .setErr(new PrintWriter(errors, true))
                .execute(arguments);
    }
}
