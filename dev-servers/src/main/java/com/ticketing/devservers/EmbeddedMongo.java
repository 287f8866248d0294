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
 * A server in this JVM with MongoDB's wire protocol, for tests and evaluation. It has no sessions and no transactions,
 * and scans where MongoDB uses a secondary index.
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

    /**
     * Starts a server that keeps its data in memory.
     *
     * @param port 0 means any free one
     */
    public static EmbeddedMongo inMemory(int port) {
        CommandQueue commands = new CommandQueue();
        MongoBackend backend = new MemoryBackend() {
            @Override
            public Document handleMessage(MongoMessage message) {
                return commands.execute(message, () -> super.handleMessage(message));
            }
        };
        return new EmbeddedMongo(backend, () -> {}, port);
    }

    /**
     * Starts a server that keeps its data in a file. A crash loses about the last 100 ms; {@link #close()} loses
     * nothing.
     *
     * @param port 0 means any free one
     */
    public static EmbeddedMongo onDisk(int port, Path file) {
        MVStore store = open(file);
        try {
            CommandQueue commands = new CommandQueue();
            MongoBackend backend = new H2Backend(store) {
                @Override
                public Document handleMessage(MongoMessage message) {
                    return commands.execute(message, () -> super.handleMessage(message));
                }
            };
            Timer commits = new Timer("mongo-commits", true);
            EmbeddedMongo mongo = new EmbeddedMongo(
                    backend,
                    () -> {
                        commits.cancel();
                        // Shutting down closes the store without writing what is still in memory.
                        commands.run(() -> commit(store));
                    },
                    port);
            commits.schedule(
                    new TimerTask() {
                        @Override
                        public void run() {
                            commands.run(() -> commit(store));
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
        // The store's own thread would write documents while a command changes them.
        store.setAutoCommitDelay(0);
        return store;
    }

    /**
     * Serializes commands and copies their responses. Commands change documents in place, and a response that contains
     * a changing document breaks its connection.
     */
    private static final class CommandQueue {

        synchronized Document execute(MongoMessage message, Supplier<Document> command) {
            return message.getDocument().containsKey("explain")
                    ? noSuchCommand("explain")
                    : command.get().cloneDeeply();
        }

        /** Returns what the backend answers to an unknown command, but does not log it as an error. */
        private static Document noSuchCommand(String command) {
            return new Document("ok", 0)
                    .append("errmsg", "no such command: '" + command + "'")
                    .append("code", 59)
                    .append("codeName", "CommandNotFound");
        }

        synchronized void run(Runnable work) {
            work.run();
        }
    }
}
