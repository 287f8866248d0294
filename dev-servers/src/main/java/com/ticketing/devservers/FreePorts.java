package com.ticketing.devservers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports of the loopback address on which nothing listened a moment ago. They are below the ephemeral ranges of all
 * systems: no outgoing connection of another process takes one while its server starts or restarts.
 */
public final class FreePorts {

    /** The highest port; the processes of {@code ./up} use ports above it. */
    public static final int HIGHEST = 29_999;

    private static final int LOWEST = 20_000;
    private static final int ATTEMPTS = 100;

    private FreePorts() {}

    public static int next() {
        return next(1).getFirst();
    }

    /** Returns different ports. */
    public static List<Integer> next(int count) {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            // Each stays open until the last one is found, so that no port is found twice.
            for (int i = 0; i < count; i++) {
                sockets.add(bind());
            }
            return sockets.stream().map(ServerSocket::getLocalPort).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("No free port on the loopback address", e);
        } finally {
            sockets.forEach(FreePorts::close);
        }
    }

    private static ServerSocket bind() throws IOException {
        for (int attempt = 1; ; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST + 1);
            try {
                return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
            } catch (BindException taken) {
                if (attempt == ATTEMPTS) {
                    throw taken;
                }
            }
        }
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
