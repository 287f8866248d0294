package com.ticketing.devservers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Stripe's own mock, which validates requests against Stripe's OpenAPI description and keeps no state.
 * {@code TEST_STRIPE_MOCK_URL} names a running one; otherwise its binary is found, or built with Go into the cache
 * folder.
 */
public record StripeMock(String url, @Nullable Process process) implements AutoCloseable {

    static final String VERSION = "v0.203.0";

    private static final Duration START_TIMEOUT = Duration.ofMinutes(2);
    private static final String NAME = "stripe-mock";
    private static final String MODULE = "github.com/stripe/stripe-mock@" + VERSION;

    public static StripeMock start() throws IOException, InterruptedException {
        String running = System.getenv("TEST_STRIPE_MOCK_URL");
        if (running != null && !running.isBlank()) {
            return new StripeMock(running, null);
        }
        int port = FreePorts.next();
        Process process = new ProcessBuilder(binary().toString(), "-http-addr", "127.0.0.1:" + port)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        long deadline = System.nanoTime() + START_TIMEOUT.toNanos();
        while (!answers(port)) {
            if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException(NAME + " ended with " + process.exitValue());
            }
            if (System.nanoTime() > deadline) {
                process.destroyForcibly();
                throw new IllegalStateException(NAME + " did not answer within " + START_TIMEOUT);
            }
        }
        return new StripeMock("http://127.0.0.1:" + port, process);
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private static Path binary() {
        return new GoProgram(NAME, MODULE)
                .find()
                .orElseThrow(() -> new IllegalStateException("No " + NAME + ": set TEST_STRIPE_MOCK_URL to a running "
                        + "one, or put it on the PATH, or install Go (then " + MODULE + " is built)"));
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroy();
        }
    }
}
