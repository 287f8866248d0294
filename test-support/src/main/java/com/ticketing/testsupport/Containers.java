package com.ticketing.testsupport;

import com.ticketing.devservers.NatsStreamingServer;
import java.util.ArrayList;
import java.util.List;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;

/** Starts the servers as containers. Without a Docker engine the tests fail; none is skipped. */
final class Containers {

    private Containers() {}

    static GenericContainer<?> mongo() {
        return started(new GenericContainer<>("mongo:8").withExposedPorts(27017).waitingFor(Wait.forListeningPort()));
    }

    static GenericContainer<?> natsStreaming(String clusterId) {
        List<String> command =
                new ArrayList<>(List.of("-p", "4222", "-cid", clusterId, "-st", "FILE", "--dir", "/tmp/store"));
        command.addAll(NatsStreamingServer.SETTINGS);
        return started(new GenericContainer<>("nats-streaming:0.25.6")
                .withExposedPorts(4222)
                .withCommand(command.toArray(String[]::new))
                .waitingFor(Wait.forLogMessage(".*Streaming Server is ready.*", 1)));
    }

    private static GenericContainer<?> started(GenericContainer<?> container) {
        container.start();
        return container;
    }
}
