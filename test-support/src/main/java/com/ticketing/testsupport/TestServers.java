package com.ticketing.testsupport;

import java.util.function.Supplier;
import org.springframework.boot.SpringApplication;
import org.springframework.util.function.SingletonSupplier;

/**
 * The MongoDB and the NATS Streaming server of this JVM's tests. Each starts on first use and stops when the JVM exits.
 *
 * <p>{@code TEST_MONGODB_URI} and {@code TEST_NATS_URL} (with {@code TEST_NATS_CLUSTER_ID}, default {@code ticketing})
 * select running servers. Otherwise {@code TEST_SERVERS} decides: {@code embedded}, the default, starts
 * mongo-java-server in memory and the official broker's binary; {@code containers} starts both in Docker.
 */
public final class TestServers {

    private static final Supplier<TestMongo> MONGO =
            SingletonSupplier.of(() -> closeAtExit(TestMongo.start(TestSettings.ofThisJvm())));
    private static final Supplier<TestBroker> BROKER =
            SingletonSupplier.of(() -> closeAtExit(TestBroker.start(TestSettings.ofThisJvm())));

    private TestServers() {}

    public static String mongoUri(String database) {
        return MONGO.get().uri(database);
    }

    /** Returns the connection string of a new, empty database, which is dropped when the JVM exits. */
    public static String newMongoUri() {
        return mongoUri(MONGO.get().temporaryDatabase());
    }

    public static String natsUrl() {
        return BROKER.get().url();
    }

    public static String clusterId() {
        return BROKER.get().clusterId();
    }

    /** Returns a new prefix of channel names, so that no test receives messages of another one. */
    public static String newChannelPrefix() {
        return RandomNames.next("test-") + "-";
    }

    /** Spring Boot runs its shutdown handlers after it has closed the contexts, which use the servers until then. */
    private static <T extends AutoCloseable> T closeAtExit(T server) {
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
