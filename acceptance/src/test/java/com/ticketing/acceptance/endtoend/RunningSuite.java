package com.ticketing.acceptance.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ticketing.testsupport.Api;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One {@code ./up} in a process of its own. */
public final class RunningSuite implements AutoCloseable {

    public static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();

    /** Time limit for everything that is awaited, long enough for a busy machine: only a failure takes so long. */
    public static final Duration EVENTUALLY = Duration.ofMinutes(3);

    /** The first start on a busy machine also trains the JDK's cache. */
    private static final Duration STARTS_WITHIN = Duration.ofMinutes(8);

    private final Path data;
    private final Path output;
    private final Process process;

    private RunningSuite(Path data, Path output, Process process) {
        this.data = data;
        this.output = output;
        this.process = process;
    }

    /** On a free port; returns before it is ready. */
    static RunningSuite launch(Path data, Map<String, String> environment, String... options) {
        return launch(List.of(), data, environment, options);
    }

    private static RunningSuite launch(
            List<String> starter, Path data, Map<String, String> environment, String... options) {
        try {
            Files.createDirectories(data);
            Path output = Files.createTempFile(data.getParent(), "up-", ".log");
            List<String> command = new ArrayList<>(starter);
            command.addAll(List.of(CHECKOUT.resolve("up").toString(), "--port", "0", "--data", data.toString()));
            command.addAll(List.of(options));
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            // The build that runs this test has made what would be built.
            builder.environment().put("TICKETING_BUILD", "off");
            builder.environment().putAll(environment);
            return new RunningSuite(data, output, builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static RunningSuite start(Path data, Map<String, String> environment, String... options) {
        return ready(launch(data, environment, options));
    }

    /** Starts {@code ./up} with SIGINT ignored, as a non-interactive shell starts its background jobs. */
    static RunningSuite startInBackground(Path data) {
        return ready(launch(List.of("/bin/sh", "-c", "trap '' INT; exec \"$@\"", "sh"), data, Map.of()));
    }

    private static RunningSuite ready(RunningSuite suite) {
        try {
            suite.awaitReady();
        } catch (RuntimeException | AssertionError e) {
            suite.close();
            throw e;
        }
        return suite;
    }

    void awaitReady() {
        await("Ready, or the end of ./up")
                .atMost(STARTS_WITHIN)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> !process.isAlive() || !readyLines().isEmpty());
        assertThat(readyLines()).as(this::output).hasSize(1);
    }

    public String url() {
        return readyLines().getFirst().substring("Ready: ".length());
    }

    public Api api() {
        return new Api(url());
    }

    JsonNode running() {
        try {
            return JsonMapper.shared().readTree(Files.readString(data.resolve("running.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long pidOf(String name) {
        return StreamSupport.stream(running().path("processes").spliterator(), false)
                .filter(process -> process.path("name").asString().equals(name))
                .mapToLong(process -> process.path("pid").asLong())
                .findFirst()
                .orElseThrow();
    }

    int portOf(String name) {
        return StreamSupport.stream(running().path("processes").spliterator(), false)
                .filter(process -> process.path("name").asString().equals(name))
                .mapToInt(process -> process.path("port").asInt())
                .findFirst()
                .orElseThrow();
    }

    List<Long> pids() {
        return StreamSupport.stream(running().path("processes").spliterator(), false)
                .map(process -> process.path("pid").asLong())
                .toList();
    }

    String output() {
        try {
            return Files.readString(output, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Process process() {
        return process;
    }

    void signal(String name) {
        send(name, process.pid());
    }

    static void send(String signal, long pid) {
        try {
            assertThat(new ProcessBuilder("kill", "-" + signal, Long.toString(pid))
                            .start()
                            .onExit()
                            .join()
                            .exitValue())
                    .isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void awaitEnd() {
        await("the end of ./up").atMost(EVENTUALLY).until(() -> !process.isAlive());
    }

    @Override
    public void close() {
        process.destroy();
        try {
            awaitEnd();
        } finally {
            process.destroyForcibly();
        }
    }

    private List<String> readyLines() {
        return output().lines().filter(line -> line.startsWith("Ready: ")).toList();
    }
}
