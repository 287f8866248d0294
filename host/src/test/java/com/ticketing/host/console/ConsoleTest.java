package com.ticketing.host.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsoleTest {

    private final StringWriter output = new StringWriter();
    private final List<String> logged = new ArrayList<>();

    @Test
    void showsTheOutputOfSelectedProcessesOnly() {
        Console console = console(false);

        console.log("orders", "placed");
        console.log("payments", "charged");

        assertThat(output).hasToString("orders       | placed\n");
        assertThat(logged).containsExactly("orders: placed", "payments: charged");
    }

    @Test
    void showsTheLastLinesOfAProcessThatDied() {
        Console console = console(false);
        for (int line = 1; line <= 25; line++) {
            console.log("payments", "line " + line);
        }

        console.reportEnd("payments", "died with status 1");

        assertThat(output.toString().lines())
                .hasSize(21)
                .startsWith("payments     | line 6")
                .endsWith("payments     | line 25", "payments     | died with status 1");
    }

    @Test
    void showsALineThatCannotBeLogged() {
        Console console = new Console(
                new Screen(new PrintWriter(output), false),
                (process, line) -> {
                    throw new UncheckedIOException(new IOException("No space left on device"));
                },
                process -> true);

        console.log("orders", "placed");

        assertThat(output.toString()).contains("No space left on device", "orders       | placed\n");
    }

    @Test
    void endsTheProgressLineOfATerminalWithTheLastPart() {
        Progress progress = new Progress(console(true), List.of("auth", "orders"));

        progress.started("orders", "");
        progress.started("auth", "first");

        assertThat(output.toString())
                .contains("Starting auth, orders")
                .contains("  orders  started after 0.")
                .contains("Starting auth")
                .endsWith("s  (first)\n");
    }

    @Test
    void writesNoControlCharactersToAFile() {
        Progress progress = new Progress(console(false), List.of("auth"));

        progress.started("auth", "");

        assertThat(output.toString()).matches("  auth  started after [0-9.]+ s\n");
    }

    private Console console(boolean terminal) {
        return new Console(
                new Screen(new PrintWriter(output), terminal),
                (process, line) -> logged.add(process + ": " + line),
                process -> process.equals("orders"));
    }
}
