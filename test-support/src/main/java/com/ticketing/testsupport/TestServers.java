package com.ticketing.testsupport;

import java.util.function.Supplier;
import org.springframework.boot.SpringApplication;
import org.springframework.util.function.SingletonSupplier;

/**
 * The MongoDB and the NATS Streaming server of this JVM's tests, each started when first asked for and stopped at exit.
 *
 * <p>{@code TEST_MONGODB_URI} and {@code TEST_NATS_URL} (with {@code TEST_NATS_CLUSTER_ID}, default {@code ticketing})
 * name running servers. Else {@code TEST_SERVERS} chooses: {@code embedded}, the default, is mongo-java-server in memory
 * and the official broker's binary; {@code containers} is both in Docker.
 */
public final class TestServers {

    private static final Supplier<TestMongo> MONGO =
            SingletonSupplier.of(() -> closedAtExit(TestMongo.start(TestSettings.ofThisJvm())));
    private static final Supplier<TestBroker> BROKER =
            SingletonSupplier.of(() -> closedAtExit(TestBroker.start(TestSettings.ofThisJvm())));

    private TestServers() {}

    public static String mongoUri(String database) {
        return MONGO.get().uri(database);
    }

    /** The address of an empty database of its own, dropped at exit. */
    public static String newMongoUri() {
        return mongoUri(MONGO.get().temporaryDatabase());
    }

    public static String natsUrl() {
        return BROKER.get().url();
    }

    public static String clusterId() {
        return BROKER.get().clusterId();
    }

    /** To be put before each channel's name, so that no two tests hear each other. */
    public static String newChannelPrefix() {
        return RandomNames.next("test-") + "-";
    }

    /** Spring Boot runs these after it has closed its contexts, which need the servers to end well. */
    private static <T extends AutoCloseable> T closedAtExit(T server) {
        SpringApplication.getShutdownHandlers().add(() -> close(server));
        return server;
    }

    private static void close(AutoCloseable server) {
        try {
            server.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
