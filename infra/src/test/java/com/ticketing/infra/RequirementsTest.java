package com.ticketing.infra;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks that the commands of README.md report everything that a machine lacks in one message. */
class RequirementsTest {

    /** The programs that the scripts run before the check. */
    private static final List<String> BASICS =
            List.of("sh", "bash", "dirname", "uname", "id", "sed", "readlink", "cat", "find", "cksum", "sort");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @BeforeEach
    void provideTheBasics() throws IOException {
        Path programs = Files.createDirectory(folder.resolve("bin"));
        for (String name : BASICS) {
            Files.copy(Path.of(Executables.find(name).orElseThrow()), programs.resolve(name));
        }
    }

    @Test
    void upNamesAllThatIsMissing() throws Exception {
        Outcome outcome = run("up", "fedora");

        assertThat(outcome.output())
                .contains("Missing requirements of ./up:")
                .contains("NATS Streaming server", "package golang", "Node 20", "package nodejs-npm")
                .endsWith("Install packages with: sudo dnf install golang nodejs-npm\n");
        assertThat(outcome.status()).isEqualTo(1);
    }

    @Test
    void upGivesAnAddressWhereThePlatformHasNoPackage() throws Exception {
        Outcome outcome = run("up", "debian");

        assertThat(outcome.output())
                .contains("https://go.dev/dl", "https://nodejs.org")
                .doesNotContain("apt-get");
        assertThat(outcome.status()).isEqualTo(1);
    }

    @Test
    void verifyNamesAllThatIsMissing() throws Exception {
        Outcome outcome = run("verify", "fedora");

        assertThat(outcome.output())
                .contains("Missing requirements of ./verify:")
                .contains("Node 20", "Chromium", "curl 7.84", "Go, to build");
        assertThat(outcome.status()).isEqualTo(1);
    }

    private record Outcome(int status, String output) {}

    /** Runs a command of the checkout on a machine with the basics only, without installed or built programs. */
    private Outcome run(String script, String platform) throws IOException, InterruptedException {
        Path release = Files.writeString(folder.resolve("os-release"), "ID=" + platform + "\n");
        ProcessBuilder builder = new ProcessBuilder(Checkout.path(script).toString()).redirectErrorStream(true);
        builder.environment().keySet().removeAll(List.of("NATS_URL", "TEST_NATS_URL", "XDG_CACHE_HOME", "CHROMIUM"));
        builder.environment().put("PATH", folder.resolve("bin").toString());
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("TICKETING_CACHE", folder.toString());
        builder.environment().put("OS_RELEASE", release.toString());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Outcome(process.waitFor(), output);
    }
}
