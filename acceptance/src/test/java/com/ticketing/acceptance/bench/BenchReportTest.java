package com.ticketing.acceptance.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

class BenchReportTest {

    private final StringWriter printed = new StringWriter();

    @Test
    void readsWhatItHasWritten(@TempDir Path folder) throws Exception {
        BenchReport report = report(100, 4);

        report.write(folder.resolve("bench.json"));

        assertThat(BenchReport.read(folder.resolve("bench.json"))).isEqualTo(report);
    }

    @Test
    void printsMediansSpreadAndRatios() {
        report(100, 4).print(new PrintWriter(printed, true));

        assertThat(printed.toString())
                .contains("load generator alone: 50000 requests/s")
                .containsPattern("create +100.0 \\(90.0 to 120.0\\) requests/s")
                .containsPattern("/ insert +200.0 \\(190.0 to 220.0\\) +ratio 0.50")
                .contains("list, 1000 tickets: p50 4.00 ms, p99 9.00 ms")
                .containsPattern("tickets +300 MB");
    }

    @Test
    void printsWhatHasChanged() {
        report(150, 1).printChanges(report(100, 4), new PrintWriter(printed, true));

        assertThat(printed.toString())
                .containsPattern("create, requests/s +100.0 +150.0 +1.50")
                .containsPattern("list, 1000 tickets, ms +4.0 +1.0 +0.25");
    }

    @Test
    void theChartIsWellFormed() throws Exception {
        String svg = new ListChart(List.of(new CatalogTime(100, 1, 2), new CatalogTime(100_000, 3, 9))).svg();

        var chart =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        assertThat(chart.getElementsByTagName("polyline").getLength()).isEqualTo(2);
        assertThat(svg).contains("100,000", "p50", "p99");
    }

    private static BenchReport report(double create, double listMillis) {
        Row row = new Row(
                "create",
                "requests/s",
                new Spread(create, create * 0.9, create * 1.2),
                List.of(new Row.Baseline("insert", new Spread(200, 190, 220), create / 200)));
        return new BenchReport(
                Instant.EPOCH,
                16,
                50_000,
                List.of(row),
                List.of(new CatalogTime(1000, listMillis, 9)),
                Map.of("tickets", 300L));
    }
}
