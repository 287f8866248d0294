package com.ticketing.acceptance.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ticketing.host.running.RunningProcess;
import com.ticketing.host.running.RunningSuite;
import com.ticketing.testsupport.Api;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A {@code ./up} process that a test has started on a free port. */
public final class UpProcess implements AutoCloseable {

    public static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();

    /** The time limit of every wait, long enough for a busy machine: only a failure takes so long. */
    public static final Duration TIMEOUT = Duration.ofMinutes(3);

    private static final Duration READY_WITHIN = Duration.ofMinutes(8);

    /** Makes outdated generated protobuf classes an error instead of a warning. */
    private static final String REJECT_OUTDATED_PROTOBUF = "-Dcom.google.protobuf.error_on_unsafe_pre22_gencode";

    private static final String READY = "Ready: ";

    private final Path data;
    private final Path output;
    private final Process process;

    private UpProcess(Path data, Path output, Process process) {
        this.data = data;
        this.output = output;
        this.process = process;
    }

    /** Starts the process without waiting until the suite is ready. Its output contains all logs. */
    static UpProcess launch(Path data, Map<String, String> environment, String... options) {
        List<String> all = new ArrayList<>(List.of("--logs"));
        all.addAll(List.of(options));
        return launch(List.of(), data, environment, all);
    }

    private static UpProcess launch(
            List<String> starter, Path data, Map<String, String> environment, List<String> options) {
        try {
            Files.createDirectories(data);
            Path output = Files.createTempFile(data.getParent(), "up-", ".log");
            List<String> command = new ArrayList<>(starter);
            command.addAll(List.of(CHECKOUT.resolve("up").toString(), "--port", "0", "--data", data.toString()));
            command.addAll(options);
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            // The build that runs this test has built the suite already.
            builder.environment().put("TICKETING_BUILD", "off");
            builder.environment().put("TICKETING_JVM_OPTIONS", REJECT_OUTDATED_PROTOBUF);
            // The training competes with the test, and few suites run long enough to finish it.
            builder.environment().put("TICKETING_AOT", "off");
            builder.environment().putAll(environment);
            return new UpProcess(data, output, builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the suite is ready. */
    public static UpProcess start(Path data, Map<String, String> environment, String... options) {
        return ready(launch(data, environment, options));
    }

    /**
     * Starts {@code ./up} with SIGINT ignored, as a non-interactive shell starts its background jobs. Shows no logs.
     */
    static UpProcess startInBackground(Path data) {
        return ready(launch(List.of("/bin/sh", "-c", "trap '' INT; exec \"$@\"", "sh"), data, Map.of(), List.of()));
    }

    private static UpProcess ready(UpProcess up) {
        try {
            up.awaitReady();
        } catch (RuntimeException | AssertionError e) {
            up.close();
            throw e;
        }
        return up;
    }

    private void awaitReady() {
        await("Ready, or the end of ./up")
                .atMost(READY_WITHIN)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> !process.isAlive() || !readyLines().isEmpty());
        assertThat(readyLines()).as(this::output).hasSize(1);
    }

    public String url() {
        return readyLines().getFirst().substring(READY.length());
    }

    /** Returns an address in the panel that {@code ./up} prints when it is ready. */
    String address(String label) {
        Pattern line = Pattern.compile("(?m)^  " + label + " +(http\\S+)$");
        await(label).atMost(TIMEOUT).until(() -> line.matcher(output()).find());
        return line.matcher(output()).results().findFirst().orElseThrow().group(1);
    }

    /** Returns an anonymous client of the gateway. */
    public Api api() {
        return new Api(url());
    }

    /** Returns the current description of the suite: a restarted process has another id. */
    RunningSuite suite() {
        return RunningSuite.on(data);
    }

    RunningProcess processNamed(String name) {
        return suite().process(name).orElseThrow();
    }

    List<Long> childPids() {
        return suite().processes().stream().map(RunningProcess::pid).toList();
    }

    public String output() {
        try {
            return Files.readString(output, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for the end and returns the exit code. */
    int exitCode() throws InterruptedException {
        return process.waitFor();
    }

    void signal(String name) {
        signal(name, process.pid());
    }

    static void signal(String name, long pid) {
        try {
            assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(pid))
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
        await("the end of ./up").atMost(TIMEOUT).until(() -> !process.isAlive());
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
        return output().lines().filter(line -> line.startsWith(READY)).toList();
    }
}
