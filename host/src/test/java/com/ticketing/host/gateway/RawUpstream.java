package com.ticketing.host.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A service that answers in ways that no HTTP server does: it calls the handler for each request of each connection.
 */
final class RawUpstream implements AutoCloseable {

    /** Handles a request whose head was read; returns whether to read the next one of the connection. */
    interface Handler {
        boolean handle(Request request) throws IOException;
    }

    /**
     * A request.
     *
     * @param number from 1, over all connections
     * @param numberOfConnection from 1, within its connection
     */
    record Request(List<String> head, int number, int numberOfConnection, Socket socket, BufferedReader body) {

        void answer(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(ISO_8859_1));
            socket.getOutputStream().flush();
        }
    }

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    private final AtomicInteger requests = new AtomicInteger();

    RawUpstream(Handler handler) throws IOException {
        Thread.startVirtualThread(() -> accept(handler));
    }

    InetSocketAddress address() {
        return (InetSocketAddress) server.getLocalSocketAddress();
    }

    /** Returns the number of requests so far. */
    int requests() {
        return requests.get();
    }

    long openConnections() {
        return connections.stream().filter(connection -> !connection.isClosed()).count();
    }

    private void accept(Handler handler) {
        while (!server.isClosed()) {
            try {
                Socket connection = server.accept();
                connections.add(connection);
                Thread.startVirtualThread(() -> serve(connection, handler));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket connection, Handler handler) {
        try (connection) {
            BufferedReader in = new BufferedReader(new InputStreamReader(connection.getInputStream(), ISO_8859_1));
            int ofConnection = 0;
            boolean more = true;
            while (more) {
                List<String> head =
                        in.lines().takeWhile(line -> !line.isEmpty()).toList();
                if (head.isEmpty()) {
                    return;
                }
                ofConnection++;
                more = handler.handle(new Request(head, requests.incrementAndGet(), ofConnection, connection, in));
            }
        } catch (IOException | UncheckedIOException closed) {
            // The gateway has closed the connection.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket connection : connections) {
            connection.close();
        }
    }
}
