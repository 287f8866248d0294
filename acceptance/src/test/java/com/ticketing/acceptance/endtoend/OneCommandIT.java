package com.ticketing.acceptance.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ticketing.testsupport.Api;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./up} promises of itself: starting, saying so, healing, ending, keeping and leaving nothing behind. */
class OneCommandIT {

    @TempDir
    Path folder;

    @Test
    void runsTheReadmesTourHealsAndEndsOnCtrlC() throws Exception {
        try (RunningSuite suite = RunningSuite.start(folder.resolve("data"), Map.of())) {
            takeTheTour(suite);
            refusesASecondSuiteOnTheSameData();
            refusesAPortThatIsTaken(suite);
            healsWhatIsKilled(suite);
            List<Long> children = suite.pids();

            suite.signal("INT");

            suite.awaitEnd();
            assertThat(children).noneMatch(OneCommandIT::isAlive);
            assertThat(suite.output()).doesNotContain("does not end: killed");
            assertThat(folder.resolve("data/running.json")).doesNotExist();
        }
    }

    @Test
    void endsOnSigintWhenStartedInTheBackground() {
        try (RunningSuite suite = RunningSuite.startInBackground(folder.resolve("data"))) {
            List<Long> children = suite.pids();

            suite.signal("INT");

            suite.awaitEnd();
            assertThat(children).isNotEmpty().noneMatch(OneCommandIT::isAlive);
        }
    }

    @Test
    void keepsItsDataAndLeavesNothingWhenItIsKilled() throws Exception {
        Map<String, String> person = Map.of("email", "kept@example.com", "password", "a good password");
        String session;
        List<Long> children;
        try (RunningSuite suite = RunningSuite.start(folder.resolve("data"), Map.of())) {
            session = suite.api().post("/api/users/signup", person).expect(201).session();
            children = suite.pids();

            suite.signal("KILL");

            await().atMost(RunningSuite.EVENTUALLY)
                    .until(() -> children.stream().noneMatch(OneCommandIT::isAlive));
        }
        try (RunningSuite again = RunningSuite.start(folder.resolve("data"), Map.of())) {
            Api api = again.api();
            assertThat(api.as(session)
                            .get("/api/users/currentuser")
                            .json()
                            .path("currentUser")
                            .path("email")
                            .asString())
                    .isEqualTo("kept@example.com");
            api.post("/api/users/signin", person).expect(200);
        }
    }

    private void takeTheTour(RunningSuite suite) throws IOException, InterruptedException {
        Tour tour = Tour.read(RunningSuite.CHECKOUT.resolve("docs/tour.md"));
        Path walk = Files.createDirectories(folder.resolve("walk"));
        Path script = Files.writeString(walk.resolve("tour.sh"), tour.script());
        Path output = walk.resolve("output");
        ProcessBuilder shell = new ProcessBuilder("sh", script.toString())
                .directory(walk.toFile())
                .redirectOutput(output.toFile());
        shell.environment().put("URL", suite.url());
        Process reader = shell.start();
        assertThat(reader.waitFor(RunningSuite.EVENTUALLY.toSeconds(), TimeUnit.SECONDS))
                .as("the tour ends")
                .isTrue();

        List<String> outputs = Tour.outputs(Files.readString(output, UTF_8));
        assertThat(tour.steps()).isNotEmpty().hasSameSizeAs(outputs);
        for (int i = 0; i < outputs.size(); i++) {
            String actual = outputs.get(i);
            assertThat(tour.steps().get(i)).as("gave: " + actual).matches(step -> step.promises(actual));
        }
    }

    private void refusesASecondSuiteOnTheSameData() throws InterruptedException {
        try (RunningSuite second = RunningSuite.launch(folder.resolve("data"), Map.of())) {
            assertThat(second.process().waitFor()).isEqualTo(1);
            assertThat(second.output()).hasLineCount(1).contains("Another ./up runs on the data folder");
        }
    }

    private void refusesAPortThatIsTaken(RunningSuite suite) throws InterruptedException {
        String port = suite.url().substring(suite.url().lastIndexOf(':') + 1);
        try (RunningSuite second = RunningSuite.launch(folder.resolve("other"), Map.of(), "--port", port)) {
            assertThat(second.process().waitFor()).isEqualTo(1);
            assertThat(second.output()).hasLineCount(1).contains("Port " + port + " is taken");
        }
    }

    private static void healsWhatIsKilled(RunningSuite suite) {
        for (String name : List.of("orders", "nats", "stripe")) {
            long before = suite.pidOf(name);
            RunningSuite.send("KILL", before);
            await().atMost(RunningSuite.EVENTUALLY).until(() -> suite.pidOf(name) != before && suite.pidOf(name) != 0);
        }
        await().atMost(RunningSuite.EVENTUALLY)
                .until(() -> suite.api().get("/api/orders").status() == 401);
    }

    private static boolean isAlive(long pid) {
        return pid != 0 && ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }
}
