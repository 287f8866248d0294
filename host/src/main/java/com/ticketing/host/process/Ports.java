package com.ticketing.host.process;

import com.ticketing.devservers.FreePorts;
import com.ticketing.host.settings.UsageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;

/**
 * Reserves free ports outside the range of ephemeral ports: a restarted process gets its port again, and no outgoing
 * connection may have taken it in between.
 *
 * <p>A port is reserved by a lock on the byte of that number in a file of the cache folder. Another suite that starts
 * at the same time cannot choose the port before the process listens on it. The system releases the locks of a killed
 * process.
 */
public final class Ports implements AutoCloseable {

    /** Above the ports of the tests' servers. */
    private static final int LOWEST = FreePorts.HIGHEST + 1;

    private static final int HIGHEST = 32_000;
    private static final int ATTEMPTS = 1_000;

    private final Random random = new Random();
    private final FileChannel reservations;
    private final int lowest;
    private final int highest;

    public Ports(Path cache) {
        this(cache, LOWEST, HIGHEST);
    }

    Ports(Path cache, int lowest, int highest) {
        this.lowest = lowest;
        this.highest = highest;
        try {
            Files.createDirectories(cache);
            reservations =
                    FileChannel.open(cache.resolve("ports.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a port that this object has not returned before. */
    public int next() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = random.nextInt(lowest, highest);
            if (reserve(port) && isFree(port)) {
                return port;
            }
        }
        throw new UsageException("No free port between " + lowest + " and " + highest);
    }

    /**
     * Reserves the port. Returns false if this or another process has reserved it. The lock lasts until
     * {@link #close()}.
     */
    private boolean reserve(int port) {
        try {
            return reservations.tryLock(port, 1, false) != null;
        } catch (OverlappingFileLockException reservedHere) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException inUse) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            reservations.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
