package com.ticketing.infra;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks that {@code infra/k8s/smoke/walk.sh} protects and removes its files, which contain session cookies. */
class SmokeWalkTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void leavesNoFilesIfTheIngressIsNotReachable() throws Exception {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        Process walk = walk(port);

        assertThat(new String(walk.getInputStream().readAllBytes(), UTF_8)).contains("no response from 127.0.0.1");
        assertThat(walk.waitFor()).isEqualTo(1);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void keepsItsFilesFromOtherUsersAndRemovesThemAfterASignal() throws Exception {
        List<String> permissions = new CopyOnWriteArrayList<>();
        CompletableFuture<Process> walk = new CompletableFuture<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        try {
            server.createContext("/", SmokeWalkTest::answer);
            server.createContext("/api/users/currentuser", exchange -> {
                permissions.addAll(permissions());
                walk.join().destroy();
                answer(exchange);
            });
            server.start();
            walk.complete(walk(server.getAddress().getPort()));

            assertThat(walk.join().waitFor()).isEqualTo(143);
            assertThat(permissions).containsExactly("rwx------");
            assertThat(folder).isEmptyDirectory();
        } finally {
            server.stop(0);
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    private List<String> permissions() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(SmokeWalkTest::permissions).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String permissions(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process walk(int port) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        "sh", Checkout.path("infra/k8s/smoke/walk.sh").toString())
                .redirectErrorStream(true);
        builder.environment().put("INGRESS", "127.0.0.1:" + port);
        builder.environment().put("TMPDIR", folder.toString());
        return builder.start();
    }
}
