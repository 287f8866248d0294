package com.ticketing.acceptance.bench;

import com.ticketing.devservers.FreePorts;
import com.ticketing.host.process.Deadline;
import com.ticketing.host.process.Poll;
import com.ticketing.host.settings.FileTrees;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** nginx as a proxy of one service, the baseline of the gateway. */
final class NginxProxy implements AutoCloseable {

    /** Only a failure takes so long. */
    private static final Duration STARTS_WITHIN = Duration.ofMinutes(5);

    private static final Duration POLL_INTERVAL = Duration.ofMillis(50);

    private final Process process;
    private final Path folder;
    private final int port;

    private NginxProxy(Process process, Path folder, int port) {
        this.process = process;
        this.folder = folder;
        this.port = port;
    }

    /** Starts nginx. Empty if it is not on the PATH. */
    static Optional<NginxProxy> inFrontOf(String service) throws IOException {
        Optional<Path> program = Arrays.stream(
                        System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(directory -> Path.of(directory, "nginx"))
                .filter(Files::isExecutable)
                .findFirst();
        if (program.isEmpty()) {
            return Optional.empty();
        }
        Path folder = Files.createTempDirectory("bench-nginx");
        int port = FreePorts.next();
        Files.writeString(folder.resolve("nginx.conf"), configuration(folder, port, URI.create(service)));
        Process process = new ProcessBuilder(List.of(
                        program.get().toString(),
                        "-p",
                        folder.toString(),
                        "-e",
                        folder.resolve("errors").toString(),
                        "-c",
                        folder.resolve("nginx.conf").toString()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        NginxProxy proxy = new NginxProxy(process, folder, port);
        if (!Poll.until(Deadline.in(STARTS_WITHIN), POLL_INTERVAL, proxy::listens)) {
            String output = Files.readString(folder.resolve("output"));
            proxy.close();
            throw new IOException("nginx does not start: " + output);
        }
        return Optional.of(proxy);
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    private boolean listens() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static String configuration(Path folder, int port, URI service) {
        return """
                daemon off;
                worker_processes auto;
                pid %1$s/pid;
                events {}
                http {
                    access_log off;
                    keepalive_requests 1000000;
                    client_body_temp_path %1$s/body;
                    proxy_temp_path %1$s/proxy;
                    fastcgi_temp_path %1$s/fastcgi;
                    uwsgi_temp_path %1$s/uwsgi;
                    scgi_temp_path %1$s/scgi;
                    upstream service { server %3$s; keepalive 64; }
                    server {
                        listen 127.0.0.1:%2$d;
                        location / {
                            proxy_pass http://service;
                            proxy_http_version 1.1;
                            proxy_set_header Connection "";
                            proxy_set_header Host $http_host;
                            proxy_set_header X-Forwarded-For $remote_addr;
                            proxy_set_header X-Forwarded-Host $http_host;
                            proxy_set_header X-Forwarded-Port $server_port;
                            proxy_set_header X-Forwarded-Proto $scheme;
                        }
                    }
                }
                """.formatted(folder, port, service.getAuthority());
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        process.onExit().join();
        FileTrees.delete(folder);
    }
}
