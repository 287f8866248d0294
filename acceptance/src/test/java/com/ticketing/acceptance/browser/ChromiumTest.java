package com.ticketing.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChromiumTest {

    @TempDir
    Path folder;

    @Test
    void isFoundOnThePath() throws IOException {
        Path program = program("chromium");

        assertThat(Chromium.path(null, "/nowhere:" + folder)).isEqualTo(program);
        assertThat(Chromium.path(" ", folder.toString())).isEqualTo(program);
    }

    @Test
    void canBeSetExplicitly() throws IOException {
        program("chromium");
        Path other = program("other");

        assertThat(Chromium.path(other.toString(), folder.toString())).isEqualTo(other);
    }

    @Test
    void failsIfThereIsNoBrowser() throws IOException {
        program("chromium");

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> Chromium.path(folder.resolve("gone").toString(), folder.toString()))
                .withMessageContaining("CHROMIUM");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> Chromium.path(null, null))
                .withMessageContaining("apt-get install chromium");
    }

    private Path program(String name) throws IOException {
        Path program = Files.createFile(folder.resolve(name));
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return program;
    }
}
