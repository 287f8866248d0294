package com.ticketing.testsupport.servers;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Where the official server's binary is, or how to get it. */
final class NatsStreamingBinary {

    static final String VERSION = "v0.25.6";

    private static final String NAME = "nats-streaming-server";
    private static final String MODULE = "github.com/nats-io/nats-streaming-server@" + VERSION;
    private static final long BUILD_MINUTES = 8;

    private final Path cacheFolder;
    private final Map<String, String> environment;

    NatsStreamingBinary(Path cacheFolder, Map<String, String> environment) {
        this.cacheFolder = cacheFolder;
        this.environment = environment;
    }

    Path find() {
        return onPath(NAME)
                .or(() -> executable(built()))
                .or(() -> executable(Path.of(environment.getOrDefault("HOME", ""), "go", "bin", NAME)))
                .or(() -> onPath("go").map(this::build))
                .orElseThrow(() -> new IllegalStateException("No NATS Streaming server: set NATS_URL to a running one, "
                        + "or put " + NAME + " on the PATH, or start a Docker engine, or install Go "
                        + "(then " + MODULE + " is built into " + cacheFolder + ")"));
    }

    private Path bin() {
        return cacheFolder.resolve("bin");
    }

    private Path built() {
        return bin().resolve(NAME);
    }

    private Optional<Path> onPath(String command) {
        return Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .flatMap(folder -> executable(Path.of(folder, command)).stream())
                .findFirst();
    }

    private static Optional<Path> executable(Path file) {
        return Optional.of(file).filter(it -> Files.isRegularFile(it) && Files.isExecutable(it));
    }

    /** Two builds at once would write the same file: the second waits for the first and finds its binary. */
    private Path build(Path go) {
        try {
            Files.createDirectories(cacheFolder);
            Path lockFile = cacheFolder.resolve(NAME + ".lock");
            try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                return executable(built()).orElseGet(() -> install(go, lock));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path install(Path go, FileLock held) {
        Path log = cacheFolder.resolve("go-install.log");
        ProcessBuilder builder = new ProcessBuilder(go.toString(), "install", MODULE)
                .directory(cacheFolder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("GOBIN", bin().toAbsolutePath().toString());
        try {
            Process process = builder.start();
            if (!process.waitFor(BUILD_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
            return executable(built())
                    .filter(binary -> held.isValid() && process.exitValue() == 0)
                    .orElseThrow(() -> new IllegalStateException("go install " + MODULE + " failed, see " + log));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while building " + NAME, e);
        }
    }
}
