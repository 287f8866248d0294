package com.ticketing.devservers;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.Supplier;
import org.h2.mvstore.MVStore;

/**
 * A server in this JVM that speaks MongoDB's protocol, for trying things out and for tests: no sessions, no
 * transactions, and queries scan where MongoDB would use an index.
 */
public final class EmbeddedMongo implements AutoCloseable {

    private static final int COMMIT_MILLIS = 100;

    private final MongoServer server;
    private final Runnable beforeShutdown;
    private final int port;

    private EmbeddedMongo(MongoBackend backend, Runnable beforeShutdown, int port) {
        this.server = new MongoServer(backend);
        this.beforeShutdown = beforeShutdown;
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        this.port = server.getLocalAddress().getPort();
    }

    /** Nothing is kept. Port 0 is any free one. */
    public static EmbeddedMongo inMemory(int port) {
        Turns turns = new Turns();
        MongoBackend backend = new MemoryBackend() {
            @Override
            public Document handleMessage(MongoMessage message) {
                return turns.answer(() -> super.handleMessage(message));
            }
        };
        return new EmbeddedMongo(backend, () -> {}, port);
    }

    /** Kept in a file: at {@link #close()} all of it, at a crash all but about the last 100 ms. Port 0 is any free one. */
    public static EmbeddedMongo onDisk(int port, Path file) {
        MVStore store = open(file);
        try {
            Turns turns = new Turns();
            MongoBackend backend = new H2Backend(store) {
                @Override
                public Document handleMessage(MongoMessage message) {
                    return turns.answer(() -> super.handleMessage(message));
                }
            };
            Timer commits = new Timer("mongo-commits", true);
            EmbeddedMongo mongo = new EmbeddedMongo(
                    backend,
                    () -> {
                        commits.cancel();
                        // Shutting down closes the store without writing what is still in memory.
                        turns.run(() -> commit(store));
                    },
                    port);
            commits.schedule(
                    new TimerTask() {
                        @Override
                        public void run() {
                            turns.run(() -> commit(store));
                        }
                    },
                    COMMIT_MILLIS,
                    COMMIT_MILLIS);
            return mongo;
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
        server.stopListening();
        beforeShutdown.run();
        server.shutdownNow();
    }

    private static void commit(MVStore store) {
        if (!store.isClosed()) {
            store.commit();
        }
    }

    private static MVStore open(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        MVStore store = new MVStore.Builder().fileName(file.toString()).open();
        // its own thread would write documents out while a command changes them
        store.setAutoCommitDelay(0);
        return store;
    }

    /**
     * Commands change documents in place, and answers hold these very documents: one that changes while an answer is
     * written to a connection would break that connection. So one thing happens at a time and answers are copies.
     */
    private static final class Turns {

        synchronized Document answer(Supplier<Document> command) {
            return command.get().cloneDeeply();
        }

        synchronized void run(Runnable work) {
            work.run();
        }
    }
}
