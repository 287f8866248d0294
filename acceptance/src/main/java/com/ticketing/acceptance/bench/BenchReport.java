package com.ticketing.acceptance.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The results of a bench.
 *
 * @param loadGenerator the requests per second that the load generator reaches alone
 * @param memory the resident megabytes of each service's process
 */
public record BenchReport(
        Instant at,
        int connections,
        double loadGenerator,
        List<Row> rows,
        List<CatalogTime> catalog,
        Map<String, Long> memory) {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    public static BenchReport read(Path file) throws IOException {
        return JSON.readValue(Files.readString(file), BenchReport.class);
    }

    public void write(Path file) throws IOException {
        Files.writeString(file, JSON.writeValueAsString(this) + "\n");
    }

    /** Prints one line for each operation and baseline: medians, and the smallest and the largest result. */
    void print(PrintWriter out) {
        out.printf(Locale.ROOT, "load generator alone: %.0f requests/s%n", loadGenerator);
        for (Row row : rows) {
            out.printf(Locale.ROOT, "%-36s %s %s%n", row.name(), row.result().text(), row.unit());
            for (Row.Baseline baseline : row.baselines()) {
                out.printf(
                        Locale.ROOT,
                        "  / %-32s %s   ratio %.2f%n",
                        baseline.name(),
                        baseline.result().text(),
                        baseline.ratio());
            }
        }
        for (CatalogTime time : catalog) {
            out.printf(
                    Locale.ROOT,
                    "list, %d tickets: p50 %.2f ms, p99 %.2f ms%n",
                    time.tickets(),
                    time.medianMillis(),
                    time.p99Millis());
        }
        memory.forEach((process, megabytes) -> out.printf(Locale.ROOT, "%-14s %4d MB%n", process, megabytes));
    }

    /** Prints the medians of an earlier report and of this one, and the ratio of this one to the earlier. */
    public void printChanges(BenchReport before, PrintWriter out) {
        out.printf(Locale.ROOT, "%-36s %10s %10s %6s%n", "Compared with " + before.at(), "before", "after", "ratio");
        for (Row row : rows) {
            before.rows().stream()
                    .filter(other -> other.name().equals(row.name()))
                    .forEach(other -> change(row.name() + ", " + row.unit(), other.result(), row.result(), out));
        }
        for (CatalogTime time : catalog) {
            before.catalog().stream()
                    .filter(other -> other.tickets() == time.tickets())
                    .forEach(other -> change(
                            "list, " + time.tickets() + " tickets, ms",
                            other.medianMillis(),
                            time.medianMillis(),
                            out));
        }
    }

    private static void change(String name, Spread before, Spread after, PrintWriter out) {
        change(name, before.median(), after.median(), out);
    }

    private static void change(String name, double before, double after, PrintWriter out) {
        out.printf(Locale.ROOT, "%-36s %10.1f %10.1f %6.2f%n", name, before, after, after / before);
    }
}
