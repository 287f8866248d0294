package com.ticketing.devservers;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Finds or builds a program that is written in Go.
 *
 * @param module the Go module with its version
 */
public record GoProgram(String name, String module, Path cacheFolder, Map<String, String> environment) {

    private static final long BUILD_MINUTES = 8;

    /** Uses the cache folder and the environment of this process. */
    public GoProgram(String name, String module) {
        this(name, module, CacheFolder.path().toAbsolutePath(), System.getenv());
    }

    /** Returns an installed binary, or builds one into the cache folder; empty if there is neither a binary nor Go. */
    public Optional<Path> find() {
        return findInstalled().or(() -> onPath(environment, "go").map(this::build));
    }

    /** Returns the binary on the PATH, in the cache folder or in Go's own folder. */
    Optional<Path> findInstalled() {
        return onPath(environment, name)
                .or(() -> executable(built()))
                .or(() -> executable(Path.of(environment.getOrDefault("HOME", ""), "go", "bin", name)));
    }

    static boolean isGoInstalled(Map<String, String> environment) {
        return onPath(environment, "go").isPresent();
    }

    private Path bin() {
        return cacheFolder.resolve("bin");
    }

    private Path built() {
        return bin().resolve(name);
    }

    private static Optional<Path> onPath(Map<String, String> environment, String command) {
        return Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .flatMap(folder -> executable(Path.of(folder, command)).stream())
                .findFirst();
    }

    private static Optional<Path> executable(Path file) {
        return Optional.of(file).filter(it -> Files.isRegularFile(it) && Files.isExecutable(it));
    }

    /** Locks the build: a concurrent one waits and then finds the binary. */
    private Path build(Path go) {
        try {
            Files.createDirectories(cacheFolder);
            Path lockFile = cacheFolder.resolve(name + ".lock");
            try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                return executable(built()).orElseGet(() -> install(go, lock));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Others find the binary only when it is whole: Go writes it elsewhere, and it is moved at the end. */
    private Path install(Path go, FileLock held) {
        Path building = cacheFolder.resolve(name + "-build");
        Path log = cacheFolder.resolve(name + "-build.log");
        ProcessBuilder builder = new ProcessBuilder(go.toString(), "install", module)
                .directory(cacheFolder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("GOBIN", building.toAbsolutePath().toString());
        try {
            Files.createDirectories(building);
            Files.createDirectories(bin());
            Process process = builder.start();
            if (!process.waitFor(BUILD_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
            Path binary = executable(building.resolve(name))
                    .filter(file -> held.isValid() && process.exitValue() == 0)
                    .orElseThrow(() -> new IllegalStateException("go install " + module + " failed, see " + log));
            return Files.move(binary, built(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while building " + name, e);
        }
    }
}
