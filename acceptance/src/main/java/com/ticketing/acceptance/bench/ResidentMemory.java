package com.ticketing.acceptance.bench;

import com.ticketing.host.running.RunningProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the resident memory of a process. */
final class ResidentMemory {

    private ResidentMemory() {}

    /** Returns one line with the process's name and memory. */
    static String line(RunningProcess process) {
        return "%-14s %4d MB".formatted(process.name(), megabytes(process.pid()));
    }

    private static long megabytes(long pid) {
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
