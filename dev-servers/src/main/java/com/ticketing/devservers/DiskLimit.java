package com.ticketing.devservers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Simulates a full disk for a server by a limit of the size of its files. Like a full disk, it cuts the last write off
 * in the middle of a record. It needs neither a mount nor privileges, and ends with the process.
 */
public final class DiskLimit {

    /** Shorter than any record of a message. */
    private static final int ROOM = 10;

    private DiskLimit() {}

    /** Lets the server extend the largest file of its store by a few bytes at most. */
    public static void apply(long pid, Path store) throws IOException, InterruptedException {
        long limit = largestFile(store) + ROOM;
        Process prlimit = new ProcessBuilder("prlimit", "--pid", Long.toString(pid), "--fsize=" + limit + ":")
                .inheritIO()
                .start();
        if (prlimit.waitFor() != 0 && ProcessHandle.of(pid).isPresent()) {
            throw new IllegalStateException("prlimit ended with " + prlimit.exitValue());
        }
    }

    private static long largestFile(Path store) throws IOException {
        try (Stream<Path> files = Files.walk(store)) {
            return files.filter(file -> file.toString().endsWith(".dat"))
                    .mapToLong(DiskLimit::size)
                    .max()
                    .orElse(0);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
