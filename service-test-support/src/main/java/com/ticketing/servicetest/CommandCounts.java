package com.ticketing.servicetest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The table of docs/performance.md that states the database commands of each operation. Tests compare it with reality.
 */
public final class CommandCounts {

    private static final Path PAGE = Path.of("..", "docs", "performance.md");

    private CommandCounts() {}

    /** Asserts that the table states these commands for the operation. */
    public static void assertDocumented(String service, String operation, String commands) {
        assertThat(commands)
                .as("docs/performance.md, %s, %s", service, operation)
                .isEqualTo(row(service, operation).getLast());
    }

    /** Returns the cells of the operation's row. */
    static List<String> row(String service, String operation) {
        return rows().filter(row -> row.size() >= 2
                        && row.get(0).equals(service)
                        && row.get(1).equals(operation))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No row for " + service + ", " + operation));
    }

    private static Stream<List<String>> rows() {
        try {
            return Files.readAllLines(PAGE).stream()
                    .filter(line -> line.startsWith("| "))
                    .map(line -> Stream.of(
                                    line.substring(1, line.lastIndexOf('|')).split("\\|"))
                            .map(String::strip)
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the sum of cells such as {@code find 1, insert 1}. */
    static String sum(List<String> cells) {
        Map<String, Integer> sum = new TreeMap<>();
        cells.stream().flatMap(cell -> Stream.of(cell.split(", "))).forEach(part -> {
            int space = part.indexOf(' ');
            sum.merge(part.substring(0, space), Integer.valueOf(part.substring(space + 1)), Integer::sum);
        });
        return sum.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .reduce((one, next) -> one + ", " + next)
                .orElse("none");
    }
}
