package com.ticketing.host.process;

import com.ticketing.host.settings.UsageException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/** Waits for conditions of other processes, which cannot notify this one. */
public final class Poll {

    private static final Duration PORT_OPENS_WITHIN = Duration.ofMinutes(3);
    private static final Duration PORT_INTERVAL = Duration.ofMillis(25);
    private static final int CONNECT_MILLIS = 500;

    private Poll() {}

    /** A condition whose evaluation may fail. */
    public interface Condition<E extends Exception> {
        boolean holds() throws E;
    }

    /**
     * Evaluates the condition until it holds.
     *
     * @return false if the deadline passed first
     * @throws StoppedException if the thread is interrupted; its interrupt status is kept
     */
    public static <E extends Exception> boolean until(Deadline deadline, Duration interval, Condition<E> condition)
            throws E {
        while (!condition.holds()) {
            if (deadline.isOver()) {
                return false;
            }
            pause(interval);
        }
        return true;
    }

    /**
     * Waits until the loopback port accepts connections.
     *
     * @throws UsageException if it does not in time
     */
    public static void awaitPort(String server, int port) {
        if (!until(Deadline.in(PORT_OPENS_WITHIN), PORT_INTERVAL, () -> accepts(port))) {
            throw new UsageException(server + " did not open its port within " + PORT_OPENS_WITHIN.toSeconds() + " s");
        }
    }

    private static void pause(Duration interval) {
        try {
            Thread.sleep(interval);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoppedException();
        }
    }

    private static boolean accepts(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }
}
