package com.ticketing.common.ids;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ids of this process and of another one, generated in turns. */
class TwoProcessesTest {

    /** Many times the resolution of an id's time, and far less than a second. */
    private static final Duration APART = Duration.ofNanos(100_000);

    @Test
    void generateIdsInTheOrderOfTime() throws IOException {
        Process other = start();
        try (Writer requests = other.outputWriter(US_ASCII);
                BufferedReader answers = new BufferedReader(new InputStreamReader(other.getInputStream(), US_ASCII))) {
            List<String> generated = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                generated.add(TimeOrderedIds.next());
                awaitNextTick();
                requests.write('\n');
                requests.flush();
                generated.add(answers.readLine());
                awaitNextTick();
            }

            assertThat(generated).isSorted().doesNotHaveDuplicates();
            assertThat(generated.stream().map(TimeOrderedIds::process).distinct())
                    .hasSize(2);
        }
    }

    private static void awaitNextTick() {
        Instant start = Instant.now();
        while (Duration.between(start, Instant.now()).compareTo(APART) < 0) {
            Thread.onSpinWait();
        }
    }

    private static Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        IdPrinter.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
