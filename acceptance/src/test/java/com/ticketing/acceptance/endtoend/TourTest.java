package com.ticketing.acceptance.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TourTest {

    @TempDir
    Path folder;

    @Test
    void readsCommandsAndTheirExpectedOutputs() throws IOException {
        Path document = Files.writeString(folder.resolve("tour.md"), """
                ```sh
                before the tour
                ```
                <!-- tour -->
                ```sh
                echo one
                ```
                ```text
                {"id":"…"}
                ```
                Words.
                ```sh
                echo two
                ```
                <!-- /tour -->
                """);

        Tour tour = Tour.read(document);

        assertThat(tour.steps()).extracting(Tour.Step::commands).containsExactly("echo one\n", "echo two\n");
        Tour.Step first = tour.steps().getFirst();
        assertThat(first.matches("{\"id\":\"5f\"}\n")).isTrue();
        assertThat(first.matches("{\"id\":\"\"}")).isFalse();
        assertThat(first.matches("{\"id\":\"5f\",\"more\":\"1\"}")).isFalse();
        assertThat(tour.steps().getLast().matches("anything")).isTrue();
    }
}
