package com.ticketing.host.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFilesTest {

    @TempDir
    Path folder;

    @Test
    void givesEachProcessItsOwnFile() throws IOException {
        LogFiles files = new LogFiles(folder.resolve("logs"));

        files.append("orders", "placed");
        files.append("payments", "charged");
        files.append("orders", "completed");

        assertThat(folder.resolve("logs/orders.log")).hasContent("placed\ncompleted\n");
        assertThat(folder.resolve("logs/payments.log")).hasContent("charged\n");
    }

    @Test
    void continuesTheFileOfAnEarlierRun() throws IOException {
        new LogFiles(folder).append("orders", "first");

        new LogFiles(folder).append("orders", "second");

        assertThat(folder.resolve("orders.log")).hasContent("first\nsecond\n");
    }

    @Test
    void keepsOneFullFileAndTheCurrentOne() throws IOException {
        LogFiles files = new LogFiles(folder, 10);

        for (int line = 1; line <= 5; line++) {
            files.append("orders", "line " + line);
        }

        assertThat(folder).isDirectoryNotContaining("glob:**.2.log");
        assertThat(folder.resolve("orders.1.log")).hasContent("line 3\nline 4\n");
        assertThat(folder.resolve("orders.log")).hasContent("line 5\n");
    }
}
