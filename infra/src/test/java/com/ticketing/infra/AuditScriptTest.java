package com.ticketing.infra;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks that {@code infra/audit} never reports success without a scan. */
class AuditScriptTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void failsWithoutAScanner() throws Exception {
        Outcome outcome = audit();

        assertThat(outcome.output()).contains("No scanner").contains("grype");
        assertThat(outcome.status()).isEqualTo(2);
    }

    @Test
    void rejectsUnknownOptions() throws Exception {
        Outcome outcome = audit("--ofline");

        assertThat(outcome.output()).contains("Usage:");
        assertThat(outcome.status()).isEqualTo(2);
    }

    private record Outcome(int status, String output) {}

    /** Runs the script with a path that contains only the command it uses before the scan. */
    private Outcome audit(String... options) throws IOException, InterruptedException {
        Files.copy(Path.of(Executables.find("dirname").orElseThrow()), folder.resolve("dirname"));
        List<String> command = new ArrayList<>();
        command.add(Executables.find("bash").orElseThrow());
        command.add(Checkout.path("infra/audit").toString());
        command.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PATH", folder.toString());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Outcome(process.waitFor(), output);
    }
}
