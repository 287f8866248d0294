package com.ticketing.acceptance.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ticketing.devservers.CacheFolder;
import com.ticketing.testsupport.Api;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests how {@code ./up} starts, restarts dead processes, stops, keeps data and cleans up. */
class OneCommandIT {

    private static final Duration TRAINED_WITHIN = Duration.ofMinutes(15);

    @TempDir
    Path folder;

    @Test
    void runsTheTourRestartsDeadProcessesAndStopsOnSigint() throws Exception {
        try (UpProcess up = UpProcess.start(folder.resolve("data"), Map.of("TICKETING_AOT", "now"))) {
            runTheTour(up);
            rejectsASecondSuiteOnTheSameData(up);
            rejectsAPortInUse(up);
            restartsKilledProcesses(up);
            awaitFasterStarts(up);
            stopsOnSigint(up);
            assertThat(folder.resolve("data/running.json")).doesNotExist();
        }
    }

    @Test
    void leavesNoProcessWhenItIsKilledAndKeepsItsDataForTheNextStartInTheBackground() {
        Map<String, String> account = Map.of("email", "kept@example.com", "password", "a good password");
        String session;
        try (UpProcess up = UpProcess.start(folder.resolve("data"), Map.of())) {
            session = up.api().post("/api/users/signup", account).expect(201).session();
            assertThat(up.output()).containsPattern("\n  Admin   admin@ticketing.dev, password: \\S+\n");
            List<Long> children = up.childPids();

            up.signal("KILL");

            await().atMost(UpProcess.TIMEOUT).until(() -> children.stream().noneMatch(OneCommandIT::isAlive));
        }
        try (UpProcess again = UpProcess.startInBackground(folder.resolve("data"))) {
            keepsTheAccount(again.api(), account, session);
            startsQuietly(again);
            stopsOnSigint(again);
        }
    }

    private static void keepsTheAccount(Api api, Map<String, String> account, String session) {
        assertThat(api.as(session)
                        .get("/api/users/currentuser")
                        .json()
                        .path("currentUser")
                        .path("email")
                        .asString())
                .isEqualTo("kept@example.com");
        api.post("/api/users/signin", account).expect(200);
    }

    private void startsQuietly(UpProcess up) {
        assertThat(up.output().lines())
                .noneMatch(line -> line.contains(" | "))
                .filteredOn(line -> !line.startsWith("  Waiting for "))
                .hasSizeLessThan(20);
        assertThat(up.output())
                .containsPattern("(?m)^  NATS Streaming  started after [0-9.]+ s")
                .containsPattern("\n  payments +started after [0-9.]+ s\n")
                .contains(
                        "\n  Admin   admin@ticketing.dev, password in " + folder.resolve("data/admin-password") + "\n")
                .contains("Logs    " + folder.resolve("data/logs"));
        assertThat(folder.resolve("data/logs/orders.log")).content().contains("Started OrdersApplication");
        assertThat(folder.resolve("data/logs")).isDirectoryNotContaining(OneCommandIT::reportsAnError);
    }

    private static void stopsOnSigint(UpProcess up) {
        List<Long> children = up.childPids();

        up.signal("INT");

        up.awaitEnd();
        assertThat(children).isNotEmpty().noneMatch(OneCommandIT::isAlive);
        assertThat(up.output()).doesNotContain("did not stop in time, killed");
    }

    private void runTheTour(UpProcess up) throws IOException, InterruptedException {
        Tour document = Tour.read(UpProcess.CHECKOUT.resolve("docs/tour.md"));
        Path workingFolder = Files.createDirectories(folder.resolve("tour"));
        Path script = Files.writeString(workingFolder.resolve("tour.sh"), document.script());
        Path output = workingFolder.resolve("output");
        ProcessBuilder shell = new ProcessBuilder("sh", script.toString())
                .directory(workingFolder.toFile())
                .redirectOutput(output.toFile());
        shell.environment().put("URL", up.url());
        Process tour = shell.start();
        try {
            assertThat(tour.waitFor(UpProcess.TIMEOUT.toSeconds(), TimeUnit.SECONDS))
                    .as("the tour ends")
                    .isTrue();
        } finally {
            List<ProcessHandle> commands = tour.descendants().toList();
            tour.destroyForcibly();
            commands.forEach(ProcessHandle::destroyForcibly);
        }

        List<String> outputs = Tour.outputs(Files.readString(output, UTF_8));
        assertThat(document.steps()).isNotEmpty().hasSameSizeAs(outputs);
        for (int i = 0; i < outputs.size(); i++) {
            String actual = outputs.get(i);
            assertThat(document.steps().get(i)).as("output: " + actual).matches(step -> step.matches(actual));
        }
    }

    private void rejectsASecondSuiteOnTheSameData(UpProcess up) throws InterruptedException {
        try (UpProcess second = UpProcess.launch(folder.resolve("data"), Map.of())) {
            assertThat(second.exitCode()).isEqualTo(1);
            assertThat(second.output()).hasLineCount(1).contains("Already running on " + up.url());
        }
    }

    private void rejectsAPortInUse(UpProcess up) throws InterruptedException {
        String port = up.url().substring(up.url().lastIndexOf(':') + 1);
        try (UpProcess second = UpProcess.launch(folder.resolve("other"), Map.of(), "--port", port)) {
            assertThat(second.exitCode()).isEqualTo(1);
            assertThat(second.output()).hasLineCount(1).contains("Port " + port + " is already in use");
        }
    }

    private static void restartsKilledProcesses(UpProcess up) {
        for (String name : List.of("orders", "nats", "stripe")) {
            long before = up.processNamed(name).pid();
            UpProcess.signal("KILL", before);
            await().atMost(UpProcess.TIMEOUT)
                    .until(() -> up.processNamed(name).pid() != before
                            && up.processNamed(name).pid() != 0);
        }
        await().atMost(UpProcess.TIMEOUT)
                .until(() -> up.api().get("/api/orders").status() == 401);
    }

    /** An earlier run may have trained the caches of these jars. */
    private static void awaitFasterStarts(UpProcess up) throws IOException {
        if (up.output().contains("Optimizing the next start")) {
            await("trained caches")
                    .atMost(TRAINED_WITHIN)
                    .failFast("training failed", () -> up.output().contains("Training failed"))
                    .until(() -> up.output().contains("Trained in "));
            // the training uses the suite as --demo does
            assertThat(CacheFolder.path().resolve("training.log"))
                    .content()
                    .doesNotContain("The demo data is incomplete");
        }
    }

    private static boolean reportsAnError(Path log) {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.anyMatch(line -> line.contains(" ERROR "));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isAlive(long pid) {
        return pid != 0 && ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }
}
