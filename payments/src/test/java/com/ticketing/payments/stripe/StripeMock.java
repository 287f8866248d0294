package com.ticketing.payments.stripe;

import com.ticketing.testsupport.servers.CacheFolder;
import com.ticketing.testsupport.servers.FreePorts;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Stripe's own mock, which checks requests against Stripe's description of its API. {@code TEST_STRIPE_MOCK_URL} names a
 * running one; else its binary is looked for and, where there is none, built with Go into the cache folder.
 */
record StripeMock(String url, @Nullable Process process) implements AutoCloseable {

    private static final String NAME = "stripe-mock";
    private static final String MODULE = "github.com/stripe/stripe-mock@v0.203.0";

    static StripeMock start() throws IOException, InterruptedException {
        String running = System.getenv("TEST_STRIPE_MOCK_URL");
        if (running != null && !running.isBlank()) {
            return new StripeMock(running, null);
        }
        int port = FreePorts.next();
        Process process = new ProcessBuilder(binary().toString(), "-http-addr", "127.0.0.1:" + port)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        for (int i = 0; i < 300 && !answers(port); i++) {
            if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException(NAME + " ended with " + process.exitValue());
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

    private static Path binary() throws IOException, InterruptedException {
        Path folder = CacheFolder.path().resolve("bin").toAbsolutePath();
        Path inGoFolder = Path.of(System.getProperty("user.home"), "go", "bin", NAME);
        Optional<Path> found =
                onPath(NAME).or(() -> executable(folder.resolve(NAME))).or(() -> executable(inGoFolder));
        return found.isPresent() ? found.get() : build(folder);
    }

    private static Path build(Path folder) throws IOException, InterruptedException {
        Path go = onPath("go")
                .orElseThrow(() -> new IllegalStateException("No " + NAME + ": set TEST_STRIPE_MOCK_URL to a running "
                        + "one, or put it on the PATH, or install Go (then " + MODULE + " is built)"));
        Files.createDirectories(folder);
        ProcessBuilder builder = new ProcessBuilder(go.toString(), "install", MODULE).inheritIO();
        builder.environment().put("GOBIN", folder.toString());
        Process process = builder.start();
        if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IllegalStateException("go install " + MODULE + " failed");
        }
        return folder.resolve(NAME);
    }

    private static Optional<Path> onPath(String command) {
        String path = System.getenv("PATH");
        return Stream.of((path == null ? "" : path).split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .flatMap(folder -> executable(Path.of(folder, command)).stream())
                .findFirst();
    }

    private static Optional<Path> executable(Path file) {
        return Optional.of(file).filter(it -> Files.isRegularFile(it) && Files.isExecutable(it));
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroy();
        }
    }
}
