package com.ticketing.host.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ticketing.host.settings.DataFolder;
import com.ticketing.host.settings.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningSuiteTest {

    @TempDir
    Path folder;

    @Test
    void isReadAsItWasWritten() {
        RunningSuite suite = new RunningSuite(
                "http://localhost:8080",
                1,
                true,
                new RunningBroker("nats://127.0.0.1:2", "ticketing", "http://127.0.0.1:3", ""),
                null,
                Map.of("orders", "mongodb://127.0.0.1:4/orders"),
                List.of(
                        new RunningProcess("nats", 5, null, null, null),
                        new RunningProcess("orders-1", 6, "orders", 7, "http://127.0.0.1:8")));
        try (DataFolder data = DataFolder.open(folder)) {
            suite.writeTo(data);

            assertThat(RunningSuite.on(folder)).isEqualTo(suite);
            assertThat(data.runningFile()).content().doesNotContain("null", "\"url\" : \"http://127.0.0.1:7\"");
        }
    }

    @Test
    void aFileWrittenByHandMayLackProcesses() throws IOException {
        Files.writeString(folder.resolve("running.json"), """
                {"broker":{"url":"nats://h:1","clusterId":"ticketing","monitor":"http://h:2","channelPrefix":""},
                "stripe":"http://h:3","mongo":{"orders":"mongodb://h:4/orders"}}
                """);

        RunningSuite suite = RunningSuite.on(folder);

        assertThat(suite.processes()).isEmpty();
        assertThat(suite.stripe()).isEqualTo("http://h:3");
        assertThat(suite.database("orders")).isEqualTo("mongodb://h:4/orders");
        assertThatThrownBy(() -> suite.database("auth")).isInstanceOf(UsageException.class);
    }

    @Test
    void aFolderWithoutASuiteIsAUsageError() {
        assertThatThrownBy(() -> RunningSuite.on(folder))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("./up");
    }
}
