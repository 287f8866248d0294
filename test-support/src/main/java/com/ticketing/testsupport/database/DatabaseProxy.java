package com.ticketing.testsupport.database;

import com.mongodb.ConnectionString;
import com.mongodb.ServerAddress;
import com.ticketing.testsupport.TestServers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/**
 * A TCP proxy between a service and a new database of {@link TestServers}. It answers commands with faults in place of
 * the database, loses the database's answer, or stalls like a server that has disappeared without closing its
 * connections. It ends with the JVM, as the contexts that use it may.
 */
public final class DatabaseProxy {

    private final String databaseUri = TestServers.newMongoUri();
    private final ServerSocket server;
    private final InetSocketAddress database;
    private final Queue<ProxiedConnection> connections = new ConcurrentLinkedQueue<>();

    /** What happens to the next commands of a name to a collection. */
    private final Map<DatabaseCommand, Queue<Outcome>> planned = new ConcurrentHashMap<>();

    private final Map<String, DatabaseFault> permanent = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> forwarded = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> rejected = new ConcurrentHashMap<>();
    private volatile boolean stalled;

    /** What happens to a command. */
    sealed interface Outcome {

        /** The fault is the answer, and the command has no effect. */
        record Rejected(DatabaseFault fault) implements Outcome {}

        /** The command has its effect. */
        record Forwarded(boolean losesAnswer) implements Outcome {}
    }

    private DatabaseProxy(ServerSocket server) {
        ServerAddress address =
                new ServerAddress(new ConnectionString(databaseUri).getHosts().getFirst());
        this.database = new InetSocketAddress(address.getHost(), address.getPort());
        this.server = server;
    }

    public static DatabaseProxy start() {
        try {
            DatabaseProxy proxy = new DatabaseProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            Thread.ofVirtual().name("database-proxy").start(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the connection string of the database behind this proxy. */
    public String uri() {
        ConnectionString direct = new ConnectionString(databaseUri);
        String proxied = databaseUri.replace(String.join(",", direct.getHosts()), "127.0.0.1:" + server.getLocalPort());
        return proxied + (proxied.contains("?") ? "&" : "?") + "directConnection=true";
    }

    /** Answers the next commands of this name to this collection with the fault. */
    public void rejectNext(String command, String collection, DatabaseFault fault, int times) {
        Queue<Outcome> queue = queue(new DatabaseCommand(command, collection));
        for (int i = 0; i < times; i++) {
            queue.add(new Outcome.Rejected(fault));
        }
    }

    /** Answers all commands of this name with the fault, until {@link #restore}. */
    public void reject(String command, DatabaseFault fault) {
        permanent.put(command, fault);
    }

    /** Passes the next command of this name to this collection on and closes the connection without its answer. */
    public void loseNextAnswer(String command, String collection) {
        queue(new DatabaseCommand(command, collection)).add(new Outcome.Forwarded(true));
    }

    /**
     * Passes nothing on any more, also on new connections, and closes none. Connections of that time stay dead after
     * {@link #restore}, as those to a server that is gone.
     */
    public void stall() {
        stalled = true;
        connections.forEach(ProxiedConnection::stall);
    }

    /** Ends all faults. */
    public void restore() {
        stalled = false;
        planned.clear();
        permanent.clear();
    }

    /** Returns how many commands of this name have reached the database. */
    public long forwarded(String command) {
        return counter(forwarded, command).sum();
    }

    /** Returns how many commands of this name were answered with a fault. */
    public long rejected(String command) {
        return counter(rejected, command).sum();
    }

    boolean isStalled() {
        return stalled;
    }

    /** Decides what happens to a command, and counts it. Each planned outcome is that of one command only. */
    Outcome outcomeOf(DatabaseCommand command) {
        DatabaseFault always = permanent.get(command.name());
        Outcome outcome = always == null
                ? Objects.requireNonNullElse(queue(command).poll(), new Outcome.Forwarded(false))
                : new Outcome.Rejected(always);
        counter(outcome instanceof Outcome.Rejected ? rejected : forwarded, command.name())
                .increment();
        return outcome;
    }

    private static LongAdder counter(Map<String, LongAdder> counters, String command) {
        return counters.computeIfAbsent(command, name -> new LongAdder());
    }

    private Queue<Outcome> queue(DatabaseCommand command) {
        return planned.computeIfAbsent(command, any -> new ConcurrentLinkedQueue<>());
    }

    private void accept() {
        try {
            while (true) {
                connections.add(ProxiedConnection.open(this, server.accept(), database));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
