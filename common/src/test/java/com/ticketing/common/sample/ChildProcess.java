package com.ticketing.common.sample;

import com.ticketing.common.SampleApplication;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The sample service in a separate JVM, which can crash. */
public final class ChildProcess implements AutoCloseable {

    /** The exit status after SIGKILL and after {@link #die}. */
    public static final int KILLED = 137;

    private static final Duration ENDS_WITHIN = Duration.ofMinutes(2);

    private final Process process;

    private ChildProcess(Process process) {
        this.process = process;
    }

    /**
     * Starts the process and returns at once.
     *
     * @param more an additional configuration class
     * @param settings properties as {@code name=value}
     */
    public static ChildProcess start(Class<?> more, Path log, String... settings) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ChildProcess.class.getName(),
                more.getName()));
        SampleProcess.withDefaults(settings).forEach(command::add);
        return new ChildProcess(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start());
    }

    /** The main method of the child process. */
    public static void main(String... arguments) throws ClassNotFoundException {
        new SpringApplicationBuilder(SampleApplication.class, Class.forName(arguments[0]))
                .run(List.of(arguments).subList(1, arguments.length).toArray(String[]::new));
    }

    /** Ends the child process immediately, without shutdown hooks. Called in the child. */
    public static void die() {
        Runtime.getRuntime().halt(KILLED);
    }

    /** Sends SIGKILL. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Waits for the end and returns the exit status. */
    public int awaitEnd() throws InterruptedException {
        if (!process.waitFor(ENDS_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("The process did not end within " + ENDS_WITHIN);
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
