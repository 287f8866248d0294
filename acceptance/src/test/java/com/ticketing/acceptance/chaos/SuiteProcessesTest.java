package com.ticketing.acceptance.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteProcessesTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir
    Path data;

    private Path store;

    @BeforeEach
    void createStore() throws IOException {
        store = Files.createDirectories(data.resolve("nats"));
        Files.writeString(store.resolve("channel"), "messages");
    }

    @Test
    void theStoreRemainsIfTheBrokerIsNotRestarted() throws Exception {
        runs(0);

        assertThat(new SuiteProcesses(data, Duration.ZERO).loseStore()).isFalse();

        assertThat(store).isDirectoryContaining("glob:**/channel");
    }

    @Test
    void theStoreIsLostOnceTheBrokerRunsAgain() throws Exception {
        Process broker = new ProcessBuilder("sleep", "1000").start();
        runs(0);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> lost = threads.submit(() -> new SuiteProcesses(data, LONG).loseStore());
            runs(broker.pid());

            assertThat(lost.get()).isTrue();
            assertThat(broker.waitFor()).isNotZero();
            assertThatOnlyAnEmptyStoreRemains();
        } finally {
            broker.destroyForcibly();
        }
    }

    @Test
    void theStoreIsAlsoLostIfTheBrokerEndsByItself() throws Exception {
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();
        runs(ended.pid());

        assertThat(new SuiteProcesses(data, Duration.ZERO).loseStore()).isTrue();

        assertThatOnlyAnEmptyStoreRemains();
    }

    private void assertThatOnlyAnEmptyStoreRemains() {
        assertThat(store).isEmptyDirectory();
        assertThat(data).isDirectoryNotContaining("glob:**/lost-*");
    }

    private void runs(long pid) throws IOException {
        Path written = Files.writeString(
                data.resolve("running.json.new"), "{\"processes\":[{\"name\":\"nats\",\"pid\":" + pid + "}]}");
        Files.move(written, data.resolve("running.json"), StandardCopyOption.ATOMIC_MOVE);
    }
}
