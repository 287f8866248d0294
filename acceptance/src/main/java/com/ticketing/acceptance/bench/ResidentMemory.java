package com.ticketing.acceptance.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the resident memory of a process. */
final class ResidentMemory {

    private ResidentMemory() {}

    /** Returns 0 if it is not known. */
    static long megabytes(long pid) {
        try (var lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .findFirst()
                            .orElse(0)
                    / 1024;
        } catch (IOException e) {
            // This system has no /proc, or the process has just ended.
            return 0;
        }
    }
}
