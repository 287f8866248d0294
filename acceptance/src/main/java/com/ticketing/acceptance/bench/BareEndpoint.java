package com.ticketing.acceptance.bench;

import com.ticketing.acceptance.bench.bare.BareApplication;
import com.ticketing.devservers.FreePorts;
import com.ticketing.host.api.ApiClient;
import com.ticketing.host.process.Deadline;
import com.ticketing.host.process.Poll;
import com.ticketing.host.running.RunningProcess;
import com.ticketing.host.settings.UsageException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The bare application as a process, with the JVM, the JVM options and the libraries of a running service. */
final class BareEndpoint implements AutoCloseable {

    /** Only a failure takes so long. */
    private static final Duration STARTS_WITHIN = Duration.ofMinutes(5);

    private static final Duration POLL_INTERVAL = Duration.ofMillis(100);

    private final Process process;
    private final String url;

    private BareEndpoint(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    /**
     * Starts the application and waits until it answers.
     *
     * @throws UsageException if the service does not run on this machine
     */
    static BareEndpoint like(RunningProcess service) throws IOException {
        ProcessHandle.Info running = ProcessHandle.of(service.pid())
                .orElseThrow(() -> new UsageException("The suite does not run on this machine"))
                .info();
        List<String> arguments = Arrays.asList(running.arguments().orElseThrow());
        int jar = arguments.indexOf("-jar");
        List<String> command = new ArrayList<>(List.of(running.command().orElseThrow()));
        // The cache belongs to the service's class path.
        arguments.subList(0, jar).stream()
                .filter(option -> !option.startsWith("-XX:AOT"))
                .forEach(command::add);
        int port = FreePorts.next();
        command.addAll(List.of(
                "-cp",
                classPath(Path.of(arguments.get(jar + 1)).resolveSibling("lib")),
                "-Dorg.springframework.boot.logging.LoggingSystem=none",
                BareApplication.class.getName(),
                "--server.address=127.0.0.1",
                "--server.port=" + port,
                "--spring.main.banner-mode=off"));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        BareEndpoint endpoint = new BareEndpoint(process, "http://127.0.0.1:" + port);
        if (!Poll.until(Deadline.in(STARTS_WITHIN), POLL_INTERVAL, endpoint::answers)) {
            endpoint.close();
            throw new IOException("The bare endpoint does not start: " + String.join(" ", command));
        }
        return endpoint;
    }

    String url() {
        return url;
    }

    private boolean answers() {
        try {
            return ApiClient.anonymous(url).get("/one").status() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    /** The service's own code must not configure the application. */
    private static String classPath(Path libraries) throws IOException {
        try (Stream<Path> jars = Files.list(libraries)) {
            List<String> entries = new ArrayList<>(jars.map(Path::toString)
                    .filter(jar -> jar.endsWith(".jar"))
                    .filter(jar -> !new File(jar).getName().startsWith("ticketing-"))
                    .sorted()
                    .toList());
            entries.add(Path.of(BareApplication.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString());
            return String.join(File.pathSeparator, entries);
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
