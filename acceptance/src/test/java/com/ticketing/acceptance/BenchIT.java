package com.ticketing.acceptance;

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
        Path results = folder.resolve("before.json");
        try (UpProcess up = UpProcess.start(data, Map.of())) {
            assertThat(bench(data, "--json", results.toString()))
                    .as("%s%n%s", output, up.output())
                    .isZero();
            assertThat(bench(data, "--compare", results.toString(), "--catalogue", "300,500"))
                    .as("%s%n%s", output, up.output())
                    .isZero();
        }

        JsonNode report = JsonMapper.shared().readTree(Files.readString(results));
        assertThat(report.path("loadGenerator").asDouble()).isPositive();
        assertThat(report.path("rows").valueStream().map(row -> row.path("name").asString()))
                .containsExactlyElementsOf(OPERATIONS);
        assertThat(report.path("rows").valueStream()).allSatisfy(BenchIT::isComplete);
        assertThat(report.path("catalogue")).hasSize(2);
        assertThat(report.path("memory").size()).isEqualTo(5);
        assertThat(Files.readString(data.resolve("list-time.svg"))).contains("<svg", "polyline");
        assertThat(Files.exists(data.resolve("bench.json"))).isTrue();
        assertThat(output.toString().lines().dropWhile(line -> !line.startsWith("Compared with")))
                .hasSize(1 + OPERATIONS.size());
    }

    private static void isComplete(JsonNode row) {
        JsonNode result = row.path("result");
        assertThat(result.path("median").asDouble())
                .as("%s", row)
                .isPositive()
                .isBetween(result.path("min").asDouble(), result.path("max").asDouble());
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
