package com.ticketing.testsupport;

import com.ticketing.devservers.CacheFolder;
import com.ticketing.devservers.NatsStreamingServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;
import org.testcontainers.containers.GenericContainer;

/** A NATS Streaming server for tests: always the official one. */
record TestBroker(String url, String clusterId, Runnable stop) implements AutoCloseable {

    static TestBroker start(TestSettings settings) {
        return settings.get("TEST_NATS_URL")
                .map(url ->
                        new TestBroker(url, settings.get("TEST_NATS_CLUSTER_ID").orElse("ticketing"), () -> {}))
                .orElseGet(() -> switch (settings.engine()) {
                    case EMBEDDED -> process();
                    case CONTAINERS -> container();
                });
    }

    private static TestBroker process() {
        try {
            Path store = Files.createTempDirectory("ticketing-test-broker");
            NatsStreamingServer server = NatsStreamingServer.start(CacheFolder.path(), store);
            return new TestBroker(server.url(), server.clusterId(), () -> {
                server.close();
                delete(store);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TestBroker container() {
        GenericContainer<?> container = Containers.natsStreaming("ticketing");
        String url = "nats://" + container.getHost() + ":" + container.getFirstMappedPort();
        return new TestBroker(url, "ticketing", container::stop);
    }

    @Override
    public void close() {
        stop.run();
    }
}
