package com.ticketing.acceptance;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.acceptance.endtoend.UpProcess;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tests that {@code ./suite bench} measures every operation. It asserts no times: a test machine is busy. */
class BenchIT {

    private static final List<String> OPERATIONS = List.of(
            "order answered -> ticket held",
            "list",
            "list, limit=100",
            "one ticket",
            "current user",
            "orders",
            "create",
            "order, 8 at once, events included",
            "one ticket through the gateway");

    private final StringWriter output = new StringWriter();

    @Test
    void measuresEveryOperationNextToItsBaselines(@TempDir Path folder) throws Exception {
        Path data = folder.resolve("data");
        Path results = folder.resolve("results.json");
        String json = results.toString();
        String earlier = Files.writeString(folder.resolve("earlier.json"), earlierResults())
                .toString();
        try (UpProcess up = UpProcess.start(data, Map.of())) {
            assertThat(bench(data, "--json", json, "--compare", earlier, "--catalog", "100,200"))
                    .as("%s%n%s", output, up.output())
                    .isZero();
        }

        JsonNode report = JsonMapper.shared().readTree(Files.readString(results));
        assertThat(report.path("loadGenerator").asDouble()).isPositive();
        assertThat(report.path("rows").valueStream().map(row -> row.path("name").asString()))
                .containsExactlyElementsOf(OPERATIONS);
        assertThat(report.path("rows").valueStream()).allSatisfy(BenchIT::isComplete);
        assertThat(report.path("catalog")).hasSize(2);
        assertThat(report.path("memory").size()).isEqualTo(5);
        assertThat(Files.readString(data.resolve("list-time.svg"))).contains("<svg", "polyline");
        assertThat(data.resolve("bench.json")).as("--json names another file").doesNotExist();
        // the heading, each operation and the one number of tickets that both have
        assertThat(output.toString().lines().dropWhile(line -> !line.startsWith("Compared with")))
                .hasSize(1 + OPERATIONS.size() + 1);
    }

    private static String earlierResults() {
        String row = """
                {"name":"%s","unit":"requests/s","result":{"median":2,"min":1,"max":3},"baselines":[]}
                """;
        String rows = OPERATIONS.stream().map(row::formatted).collect(joining(","));
        return """
                {
                  "at": "2026-01-01T00:00:00Z",
                  "connections": 16,
                  "loadGenerator": 1000,
                  "rows": [%s],
                  "catalog": [{"tickets":100,"medianMillis":1,"p99Millis":2}],
                  "memory": {}
                }
                """.formatted(rows);
    }

    private static void isComplete(JsonNode row) {
        JsonNode result = row.path("result");
        assertThat(result.path("median").asDouble()).as("%s", row).isPositive();
        assertThat(row.path("baselines").isEmpty()).as("%s", row).isFalse();
        assertThat(row.path("baselines").valueStream())
                .allSatisfy(baseline ->
                        assertThat(baseline.path("ratio").asDouble()).isPositive());
    }

    private int bench(Path data, String... options) {
        PrintWriter out = new PrintWriter(output, true);
        String[] all = new String[options.length + 4];
        System.arraycopy(new String[] {"bench", "--quick", "--data", data.toString()}, 0, all, 0, 4);
        System.arraycopy(options, 0, all, 4, options.length);
        return SuiteCommand.commandLine(data, Clock.systemUTC())
                .setOut(out)
                .setErr(out)
                .execute(all);
    }
}
