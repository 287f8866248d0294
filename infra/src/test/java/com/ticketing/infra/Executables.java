package com.ticketing.infra;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ticketing.devservers.CacheFolder;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds executables on the PATH, in the cache folder, in Go's own folder and in {@code /usr/sbin}. */
final class Executables {

    /** Where {@code GoProgram} builds. */
    private static final Path BUILT = CacheFolder.path().resolve("bin");

    private Executables() {}

    static Optional<String> find(String name) {
        Stream<String> path = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator));
        Stream<String> others = Stream.of(BUILT.toString(), System.getProperty("user.home") + "/go/bin", "/usr/sbin");
        return Stream.concat(path, others)
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    /**
     * Runs a program to its end and returns its output.
     *
     * @throws IllegalStateException if its status is none of the expected ones
     */
    static String run(ProcessBuilder builder, List<Integer> expected) {
        try {
            Process process =
                    builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);
            if (!expected.contains(process.waitFor())) {
                throw new IllegalStateException(String.join(" ", builder.command()) + " failed");
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
