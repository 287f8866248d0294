package com.ticketing.testsupport.servers;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/**
 * A server in this JVM that speaks MongoDB's protocol, for trying things out and for tests: no sessions, no
 * transactions, and queries scan where MongoDB would use an index.
 */
public final class EmbeddedMongo implements AutoCloseable {

    private static final int COMMIT_MILLIS = 100;

    private final MongoServer server;
    private final @Nullable MVStore store;
    private final int port;

    private EmbeddedMongo(MongoBackend backend, @Nullable MVStore store, int port) {
        this.server = new MongoServer(backend);
        this.store = store;
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        this.port = server.getLocalAddress().getPort();
    }

    /** Nothing is kept. Port 0 is any free one. */
    public static EmbeddedMongo inMemory(int port) {
        return new EmbeddedMongo(new MemoryBackend(), null, port);
    }

    /** Kept in a file: at {@link #close()} all of it, at a crash all but about the last 100 ms. Port 0 is any free one. */
    public static EmbeddedMongo onDisk(int port, Path file) {
        MVStore store = open(file);
        try {
            return new EmbeddedMongo(new H2Backend(store), store, port);
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    public String uri(String database) {
        return "mongodb://127.0.0.1:" + port + "/" + database;
    }

    public int port() {
        return port;
    }

    @Override
    public void close() {
        if (store != null && !store.isClosed()) {
            // Shutting down closes the store without writing what is still in memory.
            server.stopListening();
            store.commit();
        }
        server.shutdownNow();
    }

    private static MVStore open(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        MVStore store = new MVStore.Builder().fileName(file.toString()).open();
        store.setAutoCommitDelay(COMMIT_MILLIS);
        return store;
    }
}
